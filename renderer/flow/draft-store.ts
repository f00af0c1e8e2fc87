import { temporal } from 'zundo';
import { create } from 'zustand';
import type { Graph } from '../../preload/contract';
import type { History } from './packed-history';

export type GraphChange = (graph: Graph) => Graph;

export interface DraftState {
  graph: Graph;
  /**
   * Applies a change as one undo step. Changes of the same `group` in quick succession (typing in
   * one field, nudging with the arrow keys) are one step together.
   */
  change(change: GraphChange, group?: string): void;
  /** Shows another draft; there is no way back to the one before by undo. */
  load(graph: Graph): void;
  undo(): void;
  redo(): void;
  history(): History;
  /** The steps back and forth from the graph that is shown. */
  recallHistory(history: History): void;
}

export const EMPTY_GRAPH: Graph = { start: null, modules: [], edges: [] };
const GROUP_PAUSE_MS = 1_000;

function graphsOf(states: readonly { graph?: Graph }[]): Graph[] {
  return states.flatMap(({ graph }) => (graph ? [graph] : []));
}

export function createDraftStore(now: () => number = () => performance.now()) {
  let last: { group: string; at: number } | undefined;

  const continues = (group: string | undefined): boolean => {
    const isSame = group !== undefined && last?.group === group && now() - last.at < GROUP_PAUSE_MS;
    last = group === undefined ? undefined : { group, at: now() };
    return isSame;
  };

  const store = create<DraftState>()(
    temporal(
      (set, get) => ({
        graph: EMPTY_GRAPH,
        change: (change, group) => {
          const graph = change(get().graph);
          if (graph === get().graph) return;
          const history = store.temporal.getState();
          if (!continues(group)) return set({ graph });
          history.pause();
          set({ graph });
          history.resume();
        },
        load: (graph) => {
          last = undefined;
          set({ graph });
          store.temporal.getState().clear();
        },
        undo: () => {
          last = undefined;
          store.temporal.getState().undo();
        },
        redo: () => {
          last = undefined;
          store.temporal.getState().redo();
        },
        history: (): History => {
          const { pastStates, futureStates } = store.temporal.getState();
          return { past: graphsOf(pastStates), future: graphsOf(futureStates) };
        },
        recallHistory: ({ past, future }: History): void =>
          store.temporal.setState({
            pastStates: past.map((graph: Graph) => ({ graph })),
            futureStates: future.map((graph: Graph) => ({ graph })),
          }),
      }),
      {
        partialize: ({ graph }) => ({ graph }),
        equality: (past, current) => past.graph === current.graph,
      },
    ),
  );
  return store;
}

export const useDraft = createDraftStore();
