import type { ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { findCertificate } from './certificate';
import { fill, privacyTexts } from './texts';

/**
 * What a person is told who was erased on request; a text for the clipboard.
 *
 * @throws AppError `person.certificate_not_found`
 */
export async function copyErasureText(
  { store, desktop }: Pick<Context, 'store' | 'desktop'>,
  { seq, language }: ParsedInput<'privacy.copyErasureText'>,
): Promise<void> {
  const { reference, tables } = await findCertificate(store, seq);
  const { done } = privacyTexts(language);
  const erased = tables.reduce((sum, table) => sum + table.erased, 0);
  const held = tables.reduce((sum, table) => sum + table.held, 0);
  const lines = [
    fill(done.messageText, { reference, erased }),
    ...(held > 0 ? [fill(done.messageHeld, { held })] : []),
    done.messageFiles,
  ];
  await desktop.clipboard.copyText(lines.join('\n'));
}
