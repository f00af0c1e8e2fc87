import { randomUUID } from 'node:crypto';
import { AppError, type ImportPreview, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { addExperience } from './copies';
import { readImportTask } from './tasks';

/** The file that was read last; nothing of it is stored before the user has seen what it is. */
class ReadExperience {
  #read: { readonly ticket: string; readonly draft: string } | null = null;

  /** Returns the ticket to import it by. */
  keep(draft: string): string {
    const ticket = randomUUID();
    this.#read = { ticket, draft };
    return ticket;
  }

  /** JSON that has been checked. @throws AppError `import.ticket_not_found` */
  draft(ticket: string): string {
    if (this.#read?.ticket !== ticket) throw new AppError('import.ticket_not_found');
    return this.#read.draft;
  }

  forget(): void {
    this.#read = null;
  }
}

const readExperience = part('experience that was read', () => new ReadExperience());

/**
 * Asks for a file and reads it; null when the dialog is dismissed.
 *
 * @throws AppError `import.*`, each saying what is wrong with the file.
 */
export async function chooseImport(
  { desktop, run, the }: Pick<Context, 'desktop' | 'run' | 'the'>,
  { language }: ParsedInput<'experiences.chooseImport'>,
): Promise<ImportPreview | null> {
  const file = await desktop.chooseSource('experience');
  if (file === null) return null;
  const { preview, draft } = await run(readImportTask, { file, language });
  return { ticket: the(readExperience).keep(draft), ...preview };
}

/** Returns the new experience's id. @throws AppError `import.ticket_not_found` */
export async function importExperience(
  { store, nowMs, record, the }: Pick<Context, 'store' | 'nowMs' | 'record' | 'the'>,
  { ticket, name }: ParsedInput<'experiences.import'>,
): Promise<string> {
  const draft = the(readExperience).draft(ticket);
  const id = await store.transaction().execute(async (transaction) => {
    await record(transaction, { experience: name });
    return addExperience(transaction, { name, draft }, nowMs);
  });
  the(readExperience).forget();
  return id;
}
