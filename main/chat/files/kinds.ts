import { filetypemime } from 'magic-bytes.js';
import { heifKindOf } from './metadata/heif';

/** The kinds of file that participants can upload, with the endings that their names may have. */
export const FILE_KINDS = {
  jpeg: { mime: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif', 'jpe', 'pjpeg', 'pjp'] },
  png: { mime: 'image/png', endings: ['png'] },
  webp: { mime: 'image/webp', endings: ['webp'] },
  heic: { mime: 'image/heic', endings: ['heic', 'heif', 'hif'] },
  avif: { mime: 'image/avif', endings: ['avif'] },
  pdf: { mime: 'application/pdf', endings: ['pdf'] },
  text: { mime: 'text/plain', endings: ['txt'] },
} as const;
export type FileKind = keyof typeof FILE_KINDS;
export const KIND_NAMES = Object.keys(FILE_KINDS) as FileKind[];

/** Brands tell more of HEIC and AVIF than a signature does. */
const SIGNED = KIND_NAMES.filter((kind) => kind !== 'heic' && kind !== 'avif');

/** Signatures are within the first bytes; the longest one looked for ends before this. */
const HEAD_BYTES = 4_096;

/** Of what kind the content is, whatever the file says it is; null when it is none that is known. */
export function kindOf(content: Uint8Array): FileKind | null {
  const head = content.subarray(0, HEAD_BYTES);
  const heif = heifKindOf(head);
  if (heif) return heif;
  const signed = filetypemime([...head]);
  const byContent = SIGNED.find((kind) => signed.includes(FILE_KINDS[kind].mime));
  if (byContent) return byContent;
  return signed.length === 0 && isText(content) ? 'text' : null;
}

/** Whether a name with this ending is one that files of the kind have. */
export function hasEndingOf(kind: FileKind, name: string): boolean {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
  return FILE_KINDS[kind].endings.some((each) => each === ending);
}

/** Valid UTF-8 without control characters other than tabs and ends of lines. */
function isText(content: Uint8Array): boolean {
  if (content.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return !/[^\P{Cc}\t\r\n\f]/u.test(text);
  } catch {
    return false;
  }
}
