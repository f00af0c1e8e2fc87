import type { Language } from '../../preload/contract';
import { call } from '../app/client';
import { flushDraft } from '../flow/builder-actions';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { previewChat, usePreview } from './preview-store';

export async function startChat(language: Language): Promise<void> {
  const experienceId = useBuilder.getState().experience?.id;
  if (experienceId === undefined) return;
  const { sessionId } = previewChat.use.getState();
  let graph = useDraft.getState().graph;
  const turn = await previewChat.start(async () => {
    if (!(await flushDraft())) throw failureOfSave();
    graph = useDraft.getState().graph;
    const replaces = sessionId === null ? {} : { replaces: sessionId };
    return call('chat.start', { experienceId, language, ...replaces });
  });
  if (!turn) return;
  const { trail, variables } = turn;
  usePreview.setState({ playing: { experienceId, graph }, trail, variables });
}

export function forgetChat(): void {
  previewChat.forget();
  usePreview.setState({ playing: null, trail: [], variables: {} });
}

function failureOfSave(): unknown {
  const { save } = useBuilder.getState();
  return save.kind === 'failed' ? save.error : new Error('The draft is not saved.');
}
