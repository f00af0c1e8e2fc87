import { call, onEvent } from '../../app/client';
import { flushDraft } from '../../flow/builder-actions';
import { useBuilder } from '../../flow/builder-store';
import { coverageOf, useCoverage } from '../../flow/coverage/coverage-store';
import { useDraft } from '../../flow/draft-store';
import { instantOfInput } from '../preview-actions';
import { usePreview } from '../preview-store';

/** Tries every way of the draft, as of the date that the preview pretends. */
export async function tryAllWays(): Promise<void> {
  const experienceId = useBuilder.getState().experience?.id;
  if (experienceId === undefined || useCoverage.getState().run) return;
  useCoverage.setState({ run: { turns: 0, of: 1, branches: 0 }, coverage: null, failure: null });
  const unsubscribe = onEvent('explore.progress', (run) => {
    if (useCoverage.getState().run) useCoverage.setState({ run });
  });
  try {
    if (!(await flushDraft())) throw new Error('The draft is not saved.');
    const { graph } = useDraft.getState();
    const atMs = instantOfInput(usePreview.getState().options.pretendedTime);
    const pretended = atMs === null ? {} : { pretendedNowMs: atMs };
    const found = await call('explore.run', { experienceId, ...pretended });
    if (found.outcome === 'cancelled') return;
    const { exploration } = found;
    useCoverage.setState({ coverage: coverageOf({ experienceId, graph, atMs, exploration }) });
  } catch (error) {
    useCoverage.setState({ failure: { error } });
  } finally {
    unsubscribe();
    useCoverage.setState({ run: null });
  }
}

export function cancelWays(): void {
  void call('explore.cancel');
}
