import type { Graph, Version, VersionSummary } from '../../../preload/contract';
import { call } from '../../app/client';
import { createScreenStore } from '../../app/screen-store';
import { flushDraft } from '../builder-actions';
import { useBuilder } from '../builder-store';
import { EMPTY_GRAPH, useDraft } from '../draft-store';

/** What the chosen version is compared with. */
export type Comparison = 'before' | 'draft';

interface HistoryState {
  versions: readonly VersionSummary[] | null;
  chosen: Version | null;
  comparison: Comparison;
  /** What was there before the chosen version, or the draft as it is now. */
  other: Graph | null;
}

export const useHistory = createScreenStore<HistoryState>(() => ({
  versions: null,
  chosen: null,
  comparison: 'draft',
  other: null,
}));

/**
 * Loads the history and shows its newest version, or the chosen one again.
 *
 * @param comparison what it is compared with from now on, unless that stays.
 */
export async function loadHistory(comparison?: Comparison): Promise<void> {
  if (comparison) useHistory.setState({ comparison });
  const { experience } = useBuilder.getState();
  if (!experience) return;
  await flushDraft();
  const versions = await call('versions.list', { experienceId: experience.id });
  useHistory.setState({ versions });
  const { chosen } = useHistory.getState();
  const still = versions.find(({ id }) => id === chosen?.id) ?? versions[0];
  if (still) await choose(still.id);
  else useHistory.setState({ chosen: null, other: null });
}

export function forgetHistory(): void {
  useHistory.setState(useHistory.getInitialState(), true);
}

export async function choose(id: string): Promise<void> {
  const chosen = await call('versions.get', { id });
  const other = await graphFor(useHistory.getState().comparison, chosen);
  useHistory.setState({ chosen, other });
}

export async function compareWith(comparison: Comparison): Promise<void> {
  const { chosen } = useHistory.getState();
  useHistory.setState({ comparison });
  if (!chosen) return;
  const other = await graphFor(comparison, chosen);
  if (useHistory.getState().chosen?.id === chosen.id) useHistory.setState({ other });
}

async function graphFor(comparison: Comparison, chosen: Version): Promise<Graph> {
  if (comparison === 'draft') return useDraft.getState().graph;
  const before = versionBefore(chosen);
  return before ? (await call('versions.get', { id: before.id })).graph : EMPTY_GRAPH;
}

/** The published version that came before. */
function versionBefore(chosen: VersionSummary): VersionSummary | undefined {
  const versions = useHistory.getState().versions ?? [];
  const older = versions.slice(versions.findIndex(({ id }) => id === chosen.id) + 1);
  return older.find(({ number }) => number !== null);
}
