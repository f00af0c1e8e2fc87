import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../preload/contract';
import { writeFileAtomically } from './atomic-file';
import { KeySlot } from './key-slot';

/**
 * The file beside the database that says that there is one, and holds its wrapped keys. A missing
 * or empty database would otherwise look like a new one.
 */
export const SlotFile = z.object({
  format: z.literal('chatvault-workspace'),
  version: z.literal(1),
  workspaceId: z.uuid(),
  name: z.string(),
  slots: z.array(KeySlot).min(1),
});
export type SlotFile = z.infer<typeof SlotFile>;

/** Null when there is none. @throws AppError `workspace.slots_damaged`, `workspace.newer_version` */
export async function readSlotFile(file: string): Promise<SlotFile | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new AppError('workspace.slots_damaged', {}, { cause: error });
  });
  return text === null ? null : parseSlotFile(text);
}

export async function writeSlotFile(file: string, slots: SlotFile): Promise<void> {
  await writeFileAtomically(file, `${JSON.stringify(slots, null, 2)}\n`);
}

function parseSlotFile(text: string): SlotFile {
  try {
    const json: unknown = JSON.parse(text);
    const { version } = z.looseObject({ version: z.number() }).parse(json);
    if (version > 1) throw new AppError('workspace.newer_version');
    return SlotFile.parse(json);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('workspace.slots_damaged', {}, { cause: error });
  }
}
