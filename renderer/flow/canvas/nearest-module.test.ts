import { describe, expect, it } from 'vitest';
import { nearestModule } from './nearest-module';

const at = (id: string, x: number, y: number) => ({
  id,
  type: 'step',
  settings: {},
  position: { x, y },
});

const modules = [at('top', 0, 0), at('left', -150, 160), at('right', 150, 160), at('low', 0, 320)];

describe('arrow keys', () => {
  it('go to the nearest module in their direction', () => {
    expect(nearestModule(modules, 'low', 'ArrowUp')).toBe('left');
    expect(nearestModule(modules, 'left', 'ArrowRight')).toBe('right');
    expect(nearestModule(modules, 'right', 'ArrowLeft')).toBe('left');
    expect(nearestModule(modules, 'left', 'ArrowDown')).toBe('low');
  });

  it('stay where nothing lies in their direction', () => {
    expect(nearestModule(modules, 'top', 'ArrowUp')).toBeUndefined();
  });
});
