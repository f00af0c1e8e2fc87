import { type Input, type Language, MAX_ANSWER_LENGTH } from '../../preload/contract';
import { call } from '../app/client';
import { currentLanguage } from '../app/i18n';
import { flushDraft } from '../flow/builder-actions';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { type PreviewOptions, previewChat, setOptions, usePreview } from './preview-store';

export async function startChat(language: Language = currentLanguage()): Promise<void> {
  const experienceId = useBuilder.getState().experience?.id;
  if (experienceId === undefined) return;
  const { sessionId } = previewChat.use.getState();
  const { options, variables: known } = usePreview.getState();
  let graph = useDraft.getState().graph;
  const turn = await previewChat.start(async () => {
    if (!(await flushDraft())) throw failureOfSave();
    graph = useDraft.getState().graph;
    const replaces = sessionId === null ? {} : { replaces: sessionId };
    const hasStart = graph.modules.some(({ id }) => id === options.at);
    const from = startOf(hasStart ? options : { ...options, at: null }, known);
    return call('chat.start', { experienceId, language, ...replaces, ...from });
  });
  if (!turn) return;
  const { trail, variables } = turn;
  const playing = { experienceId, graph, pretendedTime: options.pretendedTime };
  usePreview.setState({ playing, trail, variables });
}

/** Plays from this module on. */
export function startAt(moduleId: string): void {
  setOptions({ at: moduleId });
  void startChat();
}

function startOf(
  { at, pretendedTime, isReturning }: PreviewOptions,
  known: Readonly<Record<string, string>>,
): Pick<Input<'chat.start'>, 'at' | 'pretendedNowMs' | 'variables'> {
  const pretendedNowMs = pretendedTime === null ? Number.NaN : new Date(pretendedTime).getTime();
  return {
    ...(at !== null && { at }),
    ...(!Number.isNaN(pretendedNowMs) && { pretendedNowMs }),
    ...(isReturning && { variables: rememberable(known) }),
  };
}

/** Longer values than a participant could enter are not handed to the next chat. */
function rememberable(known: Readonly<Record<string, string>>): Record<string, string> {
  const short = Object.entries(known).filter(([, value]) => value.length <= MAX_ANSWER_LENGTH);
  return Object.fromEntries(short);
}

export function forgetChat(): void {
  previewChat.forget();
  usePreview.setState({ playing: null, trail: [], variables: {} });
  setOptions({ at: null });
}

function failureOfSave(): unknown {
  const { save } = useBuilder.getState();
  return save.kind === 'failed' ? save.error : new Error('The draft is not saved.');
}
