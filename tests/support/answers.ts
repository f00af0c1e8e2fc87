import type { ReportedProgress } from '../../main/data/export/progress';
import { composeAnswer, exportPerson } from '../../main/data/person/answer';
import type { LaneContext } from '../../main/foundation/operation/context';

type Request = Omit<Parameters<typeof exportPerson>[1], 'printed' | 'digest' | 'answerLanguage'>;

/** Saves an answer as main does, but that its page is not printed: the file has its HTML. */
export async function saveAnswer(context: LaneContext<ReportedProgress>, request: Request) {
  const asked = { ...request, answerLanguage: request.selection.language };
  const { html, digest } = await composeAnswer(context, asked);
  return exportPerson(context, { ...asked, printed: Buffer.from(html), digest });
}
