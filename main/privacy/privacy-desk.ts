import { basename } from 'node:path';
import type {
  Certificate,
  ErasurePreview,
  Language,
  Output,
  ParsedInput,
  PersonSummary,
  TimelinePage,
} from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import type { Masking } from '../data/masking';
import { writeTarget } from '../export/target-file';
import type { Store } from '../store/database';
import type { WorkerClient } from '../worker/client';
import { findCertificate, listCertificates } from './certificate';
import { certificatePage } from './certificate-page';

const SUGGESTIONS = 8;

export interface PrivacyDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly masking: Masking;
  readonly nowMs: () => number;
  /** The time to erase by. @throws AppError `retention.clock_ahead` */
  readonly deletionMs: () => number;
  readonly timeZone: () => string;
  readonly clipboard: { copyText(text: string): Promise<void> };
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
  readonly onErased: () => void;
  /** Removes the traces of what was erased. */
  readonly scrub: () => Promise<void>;
}

/** What users do for a person who asks what is stored about them, or to be forgotten. */
export class PrivacyDesk {
  readonly #ports: PrivacyDeskPorts;

  constructor(ports: PrivacyDeskPorts) {
    this.#ports = ports;
  }

  /** Whoever sees addresses masked has to know the address that they look for. */
  async suggest(prefix: string): Promise<string[]> {
    const { worker, masking, nowMs } = this.#ports;
    if ((await masking.view()).isMasked) return [];
    return worker.run('suggestPeople', { prefix, limit: SUGGESTIONS, nowMs: nowMs() });
  }

  find(email: string): Promise<PersonSummary> {
    return this.#ports.worker.run('summarisePerson', { email, nowMs: this.#ports.nowMs() });
  }

  async timeline(request: ParsedInput<'privacy.timeline'>): Promise<TimelinePage> {
    const { worker, masking, nowMs } = this.#ports;
    const page = await worker.run('timeline', { ...request, nowMs: nowMs() });
    const entries = await Promise.all(
      page.entries.map(async (entry) => {
        const [row = entry.row] = await masking.shown(entry.tableName, [entry.row]);
        return { ...entry, row };
      }),
    );
    return { ...page, entries };
  }

  previewErasure(email: string): Promise<ErasurePreview> {
    return this.#ports.worker.run('previewErasure', { email, nowMs: this.#ports.nowMs() });
  }

  /**
   * @throws AppError `person.held`, `person.hold_requested`, `person.not_found`,
   * `retention.clock_ahead`
   */
  async erase({ name }: Actor, email: string): Promise<Certificate> {
    const { store, worker, deletionMs, onErased, scrub } = this.#ports;
    const seq = await worker.run('erasePerson', { email, actor: { name }, nowMs: deletionMs() });
    onErased();
    await scrub();
    return findCertificate(store, seq);
  }

  certificates(): Promise<Certificate[]> {
    return listCertificates(this.#ports.store);
  }

  /** @throws AppError `person.certificate_not_found` */
  async copyReference(seq: number): Promise<void> {
    const { store, clipboard } = this.#ports;
    await clipboard.copyText((await findCertificate(store, seq)).reference);
  }

  /** @throws AppError `person.certificate_not_found`, and what writing the file throws. */
  async saveCertificate(
    seq: number,
    language: Language,
  ): Promise<Output<'privacy.saveCertificate'>> {
    const { store, timeZone, chooseFile } = this.#ports;
    const certificate = await findCertificate(store, seq);
    const file = await chooseFile(`chatvault-erasure-${certificate.reference}.html`);
    if (file === null) return { outcome: 'dismissed' };
    const page = certificatePage(certificate, { language, timeZone: timeZone() });
    await writeTarget(store, file, (target) => target.writeFile(page));
    return { outcome: 'saved', fileName: basename(file) };
  }
}
