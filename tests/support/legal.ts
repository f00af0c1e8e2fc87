import type { LegalKind, LegalTextView } from '../../preload/contract';
import type { Desk } from './desk';

/** A published text of one language or more, by language. */
export async function publishText(
  desk: Desk,
  kind: LegalKind,
  words: Record<string, string>,
  name = `The ${kind}`,
): Promise<LegalTextView> {
  const { id } = await desk.get('legal.create', { kind, name, content: contentOf(words, name) });
  return desk.get('legal.publish', { id, revision: 1, note: '' });
}

/** Publishes another version. */
export async function publishAgain(
  desk: Desk,
  { id, name }: Pick<LegalTextView, 'id' | 'name'>,
  words: Record<string, string>,
): Promise<LegalTextView> {
  const { revision } = await desk.get('legal.get', { id });
  const saved = await desk.get('legal.saveDraft', {
    id,
    revision,
    content: contentOf(words, name),
  });
  return desk.get('legal.publish', { id, revision: saved.revision, note: '' });
}

export function contentOf(words: Record<string, string>, title: string) {
  const languages = Object.entries(words).map(([tag, text]) => [tag, { title, text }]);
  return { languages: Object.fromEntries(languages), address: '' };
}
