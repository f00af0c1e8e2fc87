import type { ChatTurn } from '../../preload/contract';
import type { Unlocked } from '../workspace/unlocked';
import type { Handlers } from './router';

export const chatHandlers = {
  'chat.start': async ({ experienceId, replaces, pretendedNowMs, at, variables }, unlocked) => {
    const { sessions, experiences } = unlocked;
    if (replaces !== undefined) sessions.forget(replaces);
    const { name: experienceName, draft: graph } = await experiences.get(experienceId);
    const library = await unlocked.libraryFor(graph, 'draft');
    const played = { experienceId, experienceName, graph, library, pretendedNowMs };
    const from = { ...(at !== undefined && { at }), ...(variables && { variables }) };
    return announce(unlocked, sessions.start({ ...played, channel: 'preview' }, from));
  },
  'chat.idle': ({ sessionId }, unlocked) => announce(unlocked, unlocked.sessions.idle(sessionId)),
  'chat.answer': ({ sessionId, answer }, unlocked) =>
    announce(unlocked, unlocked.sessions.answer(sessionId, answer)),
  'chat.openLink': ({ sessionId }, unlocked) =>
    announce(unlocked, unlocked.sessions.openLink(sessionId)),
  'chat.copy': ({ text }, { copyText }) => copyText(text),
  'preview.rows': (_, unlocked) => unlocked.previewRows(),
  'preview.deleteRows': ({ confirmedRows }, unlocked) => unlocked.deletePreviewRows(confirmedRows),
  'chat.forget': async ({ sessionId }, { sessions }) => sessions.forget(sessionId),
} satisfies Partial<Handlers>;

/** Tells the data screens which tables the turn has written to. */
async function announce({ emit }: Unlocked, pending: Promise<ChatTurn>): Promise<ChatTurn> {
  const turn = await pending;
  const written = turn.trail.filter(({ stored }) => stored).map(({ table }) => table);
  if (written.length > 0) emit('data.changed', { tables: [...new Set(written)] });
  return turn;
}
