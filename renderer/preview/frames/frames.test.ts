import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceOf, FRAMES, MARGIN, scaleIn } from './frames';

const room = fc.record({
  width: fc.integer({ min: 100, max: 4_000 }),
  height: fc.integer({ min: 100, max: 3_000 }),
});
const devices = FRAMES.map(deviceOf).filter((device) => device !== null);

describe('a device in a room', () => {
  it('that fits it shows all of itself, never larger than it is, and as large as it can', () => {
    fc.assert(
      fc.property(room, fc.constantFrom(...devices), (given, device) => {
        const scale = scaleIn(given, device, 'fit');
        const left = given.width - 2 * MARGIN - device.width * scale;
        const below = given.height - 2 * MARGIN - device.height * scale;
        expect(scale).toBeLessThanOrEqual(1);
        expect(Math.min(left, below)).toBeGreaterThan(-0.001);
        if (scale < 1) expect(Math.min(left, below)).toBeLessThan(0.001);
      }),
    );
  });

  it('keeps the size that somebody asks for, whatever the room', () => {
    fc.assert(
      fc.property(room, fc.constantFrom(...devices), (given, device) => {
        expect(scaleIn(given, device, 0.75)).toBe(0.75);
      }),
    );
  });
});
