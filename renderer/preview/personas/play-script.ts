import type { Prompt } from '../../../preload/contract';
import { i18n } from '../../app/i18n';
import { forgetReplay, startChat } from '../preview-actions';
import { previewChat, setOptions, showView, usePreview } from '../preview-store';
import { answerWords } from './answer-words';
import type { Does, Replay, Script } from './replay';

/** More answers than this are a circle. */
const MAX_ANSWERS = 300;

interface Run {
  readonly title: string;
  readonly script: Script;
  readonly language?: string | null;
  /** As `2026-12-04T18:30`; null is now. */
  readonly pretendedTime?: string | null;
}

/**
 * Starts the chat anew and answers at once whatever it asks, until there is no answer or one is refused.
 * The chat stays where it stopped, for whoever wants to go on.
 */
export async function playScript({ title, script, language, pretendedTime }: Run): Promise<void> {
  setOptions({
    at: null,
    isReturning: false,
    ...(language !== undefined && { language }),
    ...(pretendedTime !== undefined && { pretendedTime }),
  });
  showView('chat');
  forgetReplay();
  if (!(await startChat())) return;
  const { sessionId } = previewChat.use.getState();
  const set = (changes: Partial<Replay>): void =>
    usePreview.setState(({ replay }) => ({ replay: replay && { ...replay, ...changes } }));
  usePreview.setState({ replay: { title, state: 'plays', answers: 0 } });

  for (let answers = 0; ; answers++) {
    previewChat.showAll();
    if (previewChat.use.getState().sessionId !== sessionId) return;
    const { turn } = usePreview.getState();
    if (!turn?.prompt || turn.waitingModuleId === null) return set({ state: 'done', answers });
    const moduleId = turn.waitingModuleId;
    const stop = (why: 'missing' | 'refused' | 'failed') =>
      set({ state: 'stopped', answers, stop: { moduleId, why } });
    const does = nextOf(script(moduleId), turn.prompt);
    if (does === null || answers >= MAX_ANSWERS) return stop('missing');
    await act(does, turn.prompt);
    previewChat.showAll();
    if (previewChat.use.getState().sessionId !== sessionId) return;
    if (previewChat.use.getState().failure) return stop('failed');
    if (usePreview.getState().turn?.repeats) return stop('refused');
  }
}

/** Links, files and drawings need no answer of anybody's: the address is not opened, the picture invented. */
function nextOf(does: Does | null, prompt: Prompt): Does | null {
  if (does !== null) return does;
  if (prompt.kind === 'link') return { kind: 'opens' };
  if (prompt.kind === 'file' && prompt.accept.includes('image/png')) return { kind: 'uploads' };
  return prompt.kind === 'signature' && prompt.draws ? { kind: 'uploads' } : null;
}

async function act(does: Does, prompt: Prompt): Promise<void> {
  const t = i18n.getFixedT(i18n.language, 'chat');
  switch (does.kind) {
    case 'answers':
      return previewChat.answer(does.answer, answerWords(prompt, does.answer, t));
    case 'opens':
      return previewChat.openLink(prompt.kind === 'link' ? prompt.label : '');
    case 'waits':
      return previewChat.idle();
    case 'uploads': {
      const png = await inventedPicture();
      if (prompt.kind === 'signature') {
        return previewChat.answer({ kind: 'signature', by: 'drawing', png }, t('signature.signed'));
      }
      return previewChat.answer({ kind: 'file', name: 'picture.png', bytes: png }, 'picture.png');
    }
  }
}

/** A picture of a line on white. */
async function inventedPicture(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [240, 120];
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.moveTo(20, 90);
    context.bezierCurveTo(80, 10, 140, 130, 220, 40);
    context.stroke();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array();
}
