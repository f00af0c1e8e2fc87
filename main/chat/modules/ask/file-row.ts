import type { StepContext, StoreEffect } from '../../engine/step';
import { FILE_KINDS, type FileKind } from '../../files/kinds';

export interface FileToKeep {
  readonly name: string;
  readonly kind: FileKind;
  readonly content: Uint8Array;
}

/** A file to keep, encrypted in the database. */
export function fileRow(
  { newId }: Pick<StepContext<unknown>, 'newId'>,
  { name, kind, content }: FileToKeep,
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
