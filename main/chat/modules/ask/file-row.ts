import type { StepContext, StoreEffect } from '../../engine/step';
import { FILE_KINDS, type FileKind } from '../../files/kinds';

/** A file to keep, encrypted in the database. */
export function fileRow(
  { newId }: Pick<StepContext<unknown>, 'newId'>,
  { name, kind, content }: { name: string; kind: FileKind; content: Uint8Array },
): StoreEffect {
  return {
    store: 'files',
    row: {
      file_id: newId(),
      file_name: name,
      mime_type: FILE_KINDS[kind].mime,
      size_bytes: content.byteLength,
      content,
    },
  };
}
