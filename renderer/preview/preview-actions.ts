import { type Input, MAX_ANSWER_LENGTH } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { flushDraft } from '../flow/builder-actions';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { showPreview } from '../flow/panels/toggle-preview';
import {
  type PreviewOptions,
  previewChat,
  setOptions,
  showView,
  usePreview,
} from './preview-store';
import { IS_PREVIEW_WINDOW, useUndocked } from './window/undocked';

/** Whether it has started. */
export async function startChat(): Promise<boolean> {
  const experienceId = useBuilder.getState().experience?.id;
  if (experienceId === undefined) return false;
  const { sessionId } = previewChat.use.getState();
  const { options, variables: known } = usePreview.getState();
  let graph = useDraft.getState().graph;
  const turn = await previewChat.start(async () => {
    if (!(await flushDraft())) throw failureOfSave();
    graph = useDraft.getState().graph;
    const replaces = sessionId === null ? {} : { replaces: sessionId };
    const hasStart = graph.modules.some(({ id }) => id === options.at);
    const from = startOf(hasStart ? options : { ...options, at: null }, known);
    return call('chat.start', { experienceId, ...replaces, ...from });
  });
  if (!turn) return false;
  const { trail, variables } = turn;
  const { pretendedTime, language } = options;
  const playing = { experienceId, graph, pretendedTime, language };
  usePreview.setState({ playing, trail, variables, turn, given: [], replay: null });
  return true;
}

/** Plays from this module on, in whichever window the preview is. */
export function startAt(moduleId: string): void {
  if (!IS_PREVIEW_WINDOW && useUndocked.getState().experienceId !== null) {
    call('preview.tell', { kind: 'startAt', moduleId }).catch(showError);
    return;
  }
  if (!IS_PREVIEW_WINDOW) showPreview();
  setOptions({ at: moduleId });
  showView('chat');
  void startChat();
}

function startOf(
  { at, pretendedTime, isReturning, language }: PreviewOptions,
  known: Readonly<Record<string, string>>,
): Pick<Input<'chat.start'>, 'at' | 'pretendedNowMs' | 'variables' | 'language'> {
  const pretendedNowMs = instantOfInput(pretendedTime);
  return {
    ...(at !== null && { at }),
    ...(language !== null && { language }),
    ...(pretendedNowMs !== null && { pretendedNowMs }),
    ...(isReturning && { variables: rememberable(known) }),
  };
}

/** The instant that an input shows (`2026-12-04T18:30`); null for none. */
export function instantOfInput(local: string | null): number | null {
  const instant = local === null ? Number.NaN : new Date(local).getTime();
  return Number.isNaN(instant) ? null : instant;
}

/** Longer values than a participant could enter are not handed to the next chat. */
function rememberable(known: Readonly<Record<string, string>>): Record<string, string> {
  const short = Object.entries(known).filter(([, value]) => value.length <= MAX_ANSWER_LENGTH);
  return Object.fromEntries(short);
}

/** Ends the conversation as whoever walks away from a kiosk does: what it has left is still shown. */
export function leaveChat(): void {
  previewChat.forget();
  usePreview.setState({ playing: null, turn: null });
}

export function forgetReplay(): void {
  usePreview.setState({ replay: null });
}

export function forgetChat(): void {
  previewChat.forget();
  const nothing = { playing: null, trail: [], variables: {}, turn: null, given: [], replay: null };
  usePreview.setState(nothing);
  setOptions({ at: null, language: null });
}

function failureOfSave(): unknown {
  const { save } = useBuilder.getState();
  return save.kind === 'failed' ? save.error : new Error('The draft is not saved.');
}
