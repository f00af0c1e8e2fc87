import type { Store } from '../../foundation/store/database';
import type { ZippedFile } from '../../foundation/zip/verified-zip';
import type { RowCondition } from '../../vault/retention/totals';

/** A file that a person has uploaded. */
export interface Upload {
  readonly id: number;
  /** In the zip, where names can be read without the password. */
  readonly name: string;
  /** As it was uploaded. */
  readonly originalName: string;
}

export async function listUploads(snapshot: Store, which: RowCondition): Promise<Upload[]> {
  const files = await snapshot
    .selectFrom('files')
    .select(['id', 'file_name'])
    // Conditions are over any data table.
    .where(which as never)
    .where('content', 'is not', null)
    .orderBy('id')
    .execute();
  return files.map(({ id, file_name }, index) => {
    const [ending = ''] = file_name?.match(/\.[A-Za-z0-9]{1,8}$/) ?? [];
    return { id, name: `upload-${index + 1}${ending}`, originalName: file_name ?? '' };
  });
}

export function uploadFile(snapshot: Store, { id, name }: Upload): ZippedFile {
  return {
    name,
    content: async function* () {
      const { content } = await snapshot
        .selectFrom('files')
        .select('content')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      if (content && content.length > 0) yield content;
    },
  };
}
