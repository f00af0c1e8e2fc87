import { beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../preload/contract';
import { deselectGone, select, selectSection, showsSidePanel, useCanvas } from './canvas-store';

const module = (id: string) => ({ id, type: 'message', config: {}, position: { x: 0, y: 0 } });
const section = { id: 's', name: 'Part', x: 0, y: 0, width: 100, height: 100, color: 'grey' };
const graph = { start: 'a', modules: [module('a'), module('b')], edges: [], sections: [section] };

describe('what a change has taken out of the flow', () => {
  beforeEach(() => select([]));

  it('is not selected any more, and what is left stays so', () => {
    select(['a', 'b']);
    deselectGone({ ...graph, modules: [module('b')] } as unknown as Graph);
    expect(useCanvas.getState().modules).toEqual(['b']);
  });

  it('keeps no column open for a section that is gone', () => {
    selectSection('s');
    deselectGone(graph as unknown as Graph);
    expect(useCanvas.getState().section).toBe('s');
    deselectGone({ ...graph, sections: [] } as unknown as Graph);
    expect(useCanvas.getState().section).toBeNull();
    expect(showsSidePanel(useCanvas.getState())).toBe(false);
  });
});
