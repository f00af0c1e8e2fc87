import { basename } from 'node:path';
import type { Language, Output, RecordDetails, Report } from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import { writeTarget } from '../export/target-file';
import type { Store } from '../store/database';
import { readSetting, writeSetting } from '../store/settings';
import { publishedExperiences, recordsOfProcessing } from './records';
import { reportHtml } from './report-html';

export interface RecordDeskPorts {
  readonly store: Store;
  readonly nowMs: () => number;
  readonly workspaceName: string;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  /** Prints an HTML document as PDF. */
  readonly printPdf: (html: string) => Promise<Uint8Array>;
}

/** Shows, completes and saves the records of processing. */
export class RecordDesk {
  readonly #ports: RecordDeskPorts;

  constructor(ports: RecordDeskPorts) {
    this.#ports = ports;
  }

  report(language: Language): Promise<Report> {
    const { store, nowMs, workspaceName } = this.#ports;
    return recordsOfProcessing(store, { language, workspaceName, nowMs: nowMs() });
  }

  async details(): Promise<Output<'records.details'>> {
    const { store } = this.#ports;
    const published = await publishedExperiences(store);
    return {
      details: await readSetting(store, 'record_details'),
      experiences: published.map(({ id, name }) => ({ id, name })),
    };
  }

  async setDetails(actor: Actor, details: RecordDetails): Promise<void> {
    const { store, nowMs } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      await writeSetting(transaction, 'record_details', details);
      await recordAudit(transaction, actor, nowMs(), 'records.changed');
    });
  }

  /** @throws AppError what {@link writeTarget} throws. */
  async save(
    actor: Actor,
    { language, format }: { language: Language; format: 'html' | 'pdf' },
  ): Promise<Output<'records.save'>> {
    const { store, nowMs, chooseFile, printPdf } = this.#ports;
    const date = new Date(nowMs()).toISOString().slice(0, 10);
    const file = await chooseFile(`chatvault-records-of-processing-${date}.${format}`);
    if (file === null) return { outcome: 'dismissed' };
    const html = reportHtml(await this.report(language), language);
    const content = format === 'html' ? html : await printPdf(html);
    await writeTarget(store, file, (target) => target.writeFile(content));
    await store
      .transaction()
      .execute((transaction) => recordAudit(transaction, actor, nowMs(), 'records.saved'));
    return { outcome: 'saved', fileName: basename(file) };
  }
}
