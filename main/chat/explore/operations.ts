import { setImmediate } from 'node:timers/promises';
import { isStored, type Output, type ParsedInput, type Progress } from '../../../preload/contract';
import type { LaneContext } from '../../foundation/operation/context';
import { area, cancels } from '../../foundation/operation/operation';
import { AbortedError } from '../../foundation/operation/task';
import { readRules } from '../../vault/retention/rules';
import { Experiences } from '../experiences/experiences';
import { libraryFor } from '../experiences/neighbours';
import { explore } from './explore';

/** Far more than a flow of a hundred modules takes to be gone through. */
const MAX_TURNS = 30_000;
/** Nobody waits longer for what may be found after that. */
const MAX_MS = 15_000;
const REPORT_EVERY_MS = 100;

/** The ways through a draft, gone in a lane: nothing of it is stored. */
export const exploreArea = area({
  'explore.run': { lane: 'long', cancelled: { outcome: 'cancelled' }, run: exploreDraft },
  'explore.cancel': cancels('explore.run'),
});

type Lane = LaneContext<Progress<'explore.run'>>;

async function exploreDraft(
  { store, nowMs, timeZone, signal, report }: Lane,
  { experienceId, pretendedNowMs = nowMs }: ParsedInput<'explore.run'>,
): Promise<Output<'explore.run'>> {
  const { draft: graph } = await new Experiences(store).get(experienceId);
  const library = await libraryFor(store, graph, 'draft');
  const policy = await readRules(store);
  const begunMs = performance.now();
  let reportedMs = begunMs;
  const isOff: Parameters<typeof explore>[0]['isOff'] = (moduleId, table) =>
    !isStored(policy, moduleId, table);
  const exploration = await explore(
    { graph, library, isOff },
    {
      nowMs: pretendedNowMs,
      timeZone,
      maxTurns: MAX_TURNS,
      isLate: () => performance.now() - begunMs > MAX_MS,
      pause: async (turns, branches) => {
        if (performance.now() - reportedMs < REPORT_EVERY_MS) return;
        reportedMs = performance.now();
        report({ turns, of: MAX_TURNS, branches });
        await setImmediate();
        if (signal.aborted) throw new AbortedError();
      },
    },
  );
  return { outcome: 'explored', exploration };
}
