import type { ChatTurn, ParsedInput, TableName } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { area } from '../../foundation/operation/operation';
import { countPreviewRows, deletePreviewRows } from '../../vault/retention/preview-rows';
import { Experiences } from '../experiences/experiences';
import { libraryFor } from '../experiences/neighbours';
import { pinnedTexts } from '../legal/stored-texts';
import { playUploadTask } from './play-upload';
import { type Sessions, sessions } from './sessions';

/** The preview beside the builder: chats that play drafts, and the rows that they have written. */
export const sessionArea = area(
  {
    'chat.start': { changes: tablesWritten, run: startPreview },
    'chat.answer': turn((chats, { sessionId, answer, question }) =>
      chats.answer(sessionId, answer, question),
    ),
    'chat.openLink': turn((chats, { sessionId, question, pretends }) =>
      chats.openLink(sessionId, question, { pretends }),
    ),
    'chat.openAddress': ({ the }, { sessionId, address }) =>
      the(sessions).openAddress(sessionId, address),
    'chat.idle': turn((chats, { sessionId, question }) => chats.idle(sessionId, question)),
    'chat.back': turn((chats, { sessionId, question }) => chats.back(sessionId, question)),
    'chat.legalText': ({ the }, { sessionId, id }) => the(sessions).legalText(sessionId, id),
    'chat.setLanguage': turn((chats, { sessionId, language }) =>
      chats.setLanguage(sessionId, language),
    ),
    'chat.forget': ({ the }, { sessionId }) => the(sessions).forget(sessionId),
    'chat.copy': ({ desktop }, { text }) => desktop.clipboard.copyText(text),
    'preview.rows': {
      lane: 'screen',
      run: ({ store, nowMs }) => countPreviewRows(store, nowMs),
    },
    'preview.deleteRows': {
      lane: 'deletion',
      work: 'deletion',
      deletes: true,
      changes: 'all',
      run: ({ store, user, nowMs }, { confirmedRows }) =>
        deletePreviewRows(store, user, confirmedRows, nowMs),
    },
  },
  [playUploadTask],
);

/** The next turn of a preview, which may write rows. */
function turn<I>(play: (chats: Sessions, input: I) => Promise<ChatTurn>) {
  return {
    changes: tablesWritten,
    run: ({ the }: Context, input: I): Promise<ChatTurn> => play(the(sessions), input),
  };
}

/** Plays the draft as saved, with the drafts that it calls. */
async function startPreview(
  { store, the }: Pick<Context, 'store' | 'the'>,
  { experienceId, language, replaces, pretendedNowMs, at, variables }: ParsedInput<'chat.start'>,
): Promise<ChatTurn> {
  if (replaces !== undefined) the(sessions).forget(replaces);
  const { name: experienceName, draft: graph } = await new Experiences(store).get(experienceId);
  const library = await libraryFor(store, graph, 'draft');
  const legal = await pinnedTexts(store, [graph, ...library.values()]);
  const played = { experienceId, experienceName, graph, library, legal, language, pretendedNowMs };
  const from = { ...(at !== undefined && { at }), ...(variables && { variables }) };
  return the(sessions).start({ ...played, channel: 'preview' }, from);
}

function tablesWritten({ trail }: ChatTurn): TableName[] {
  return [...new Set(trail.filter(({ stored }) => stored !== false).map(({ table }) => table))];
}
