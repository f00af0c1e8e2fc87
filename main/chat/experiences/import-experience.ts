import { randomUUID } from 'node:crypto';
import { AppError, type ImportPreview, type ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { part } from '../../foundation/operation/part';
import { adoptTexts } from '../legal/in-files';
import { addExperience } from './copies';
import type { ReadFile } from './import-file';
import { keepFilesTask, readImportTask } from './tasks';

/** What a file holds beside what is shown of it. */
type Content = Omit<ReadFile, 'preview'>;

/** The file that was read last; nothing of it is stored before the user has seen what it is. */
class ReadExperience {
  #read: { readonly ticket: string; readonly content: Content } | null = null;

  /** Returns the ticket to import it by. */
  keep(content: Content): string {
    const ticket = randomUUID();
    this.#read = { ticket, content };
    return ticket;
  }

  /** Gives it away: it is imported once. @throws AppError `import.ticket_not_found` */
  take(ticket: string): Content {
    const read = this.#read;
    if (read?.ticket !== ticket) throw new AppError('import.ticket_not_found');
    this.#read = null;
    return read.content;
  }

  close(): void {
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
  const { preview, ...content } = await run(readImportTask, { file, language });
  return { ticket: the(readExperience).keep(content), ...preview };
}

/** Returns the new experience's id. @throws AppError `import.ticket_not_found` */
export async function importExperience(
  context: Pick<Context, 'store' | 'nowMs' | 'user' | 'record' | 'run' | 'the'>,
  { ticket, name }: ParsedInput<'experiences.import'>,
): Promise<string> {
  const { store, nowMs, record, run, the } = context;
  const { files, ...read } = the(readExperience).take(ticket);
  if (files.length > 0) {
    const transfer = files.map(({ content }) => content.buffer as ArrayBuffer);
    await run(keepFilesTask, files, { transfer });
  }
  return store.transaction().execute(async (transaction) => {
    await record(transaction, { experience: name });
    const draft = await adoptTexts(transaction, read.draft, read.legalTexts, context);
    return addExperience(transaction, { name, draft }, nowMs);
  });
}
