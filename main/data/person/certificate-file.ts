import type { ParsedInput } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { Context } from '../../foundation/operation/context';
import { findCertificate } from './certificate';
import { certificatePage } from './certificate-page';

type Request = ParsedInput<'privacy.saveCertificate'>;

/** @throws AppError `person.certificate_not_found` */
export async function nameOfCertificate(
  { store }: Pick<Context, 'store'>,
  { seq }: Pick<Request, 'seq'>,
): Promise<string> {
  return `chatvault-erasure-${(await findCertificate(store, seq)).reference}.html`;
}

/** @throws AppError `person.certificate_not_found`, and what writing the file throws. */
export async function saveCertificate(
  { store, desktop, file }: Pick<Context, 'store' | 'desktop' | 'file'>,
  { seq, language }: Request,
): Promise<void> {
  const certificate = await findCertificate(store, seq);
  const page = certificatePage(certificate, { language, timeZone: desktop.timeZone() });
  await writeTarget(store, file, (target) => target.writeFile(page));
}
