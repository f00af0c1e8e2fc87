import { type ChatTurn, type Language, SampleId, type TableName } from '../../../preload/contract';
import { sampleOf } from '../../chat/experiences/samples';
import type { Sessions } from '../../chat/sessions/sessions';
import { answerTo } from './answer-to';

/** More than any sample asks; one that goes round in circles ends here. */
const MAX_ANSWERS = 60;

export interface Played {
  conversations: number;
  answers: number;
  /** Rows that were to be written, whether or not they were. */
  readonly rows: Map<TableName, number>;
}

/** Plays every sample as one participant would, as far as the answers are taken. */
export async function playSamples(sessions: Sessions, language: Language): Promise<Played> {
  const played: Played = { conversations: 0, answers: 0, rows: new Map() };
  for (const id of SampleId.options) {
    const { name, graph } = sampleOf(id, language);
    const sample = { experienceId: id, experienceName: name, graph, channel: 'preview' } as const;
    const turn = await sessions.start(sample);
    await converse(sessions, turn, played);
    sessions.forget(turn.sessionId);
  }
  return played;
}

export async function converse(sessions: Sessions, first: ChatTurn, played: Played): Promise<void> {
  const visits = new Map<string, number>();
  played.conversations += 1;
  note(first, played);
  let turn = first;
  for (let answer = 0; turn.prompt && answer < MAX_ANSWERS; answer++) {
    const asker = turn.waitingModuleId ?? '';
    const visit = visits.get(asker) ?? 0;
    visits.set(asker, visit + 1);
    turn = await next(sessions, turn.sessionId, turn.prompt, visit);
    played.answers += 1;
    note(turn, played);
  }
}

function next(
  sessions: Sessions,
  sessionId: string,
  prompt: NonNullable<ChatTurn['prompt']>,
  visit: number,
): Promise<ChatTurn> {
  return prompt.kind === 'link'
    ? sessions.openLink(sessionId)
    : sessions.answer(sessionId, answerTo(prompt, visit));
}

function note({ trail }: ChatTurn, { rows }: Played): void {
  for (const { table } of trail) rows.set(table, (rows.get(table) ?? 0) + 1);
}
