import type { ParsedInput } from '../../../../preload/contract';
import type { Context } from '../../../foundation/operation/context';
import { privacyTexts } from '../texts';

/** How people open the file that they get, by what they have; a text to be sent with it. */
export async function copyInstructions(
  { desktop }: Pick<Context, 'desktop'>,
  { format, language }: ParsedInput<'requests.copyInstructions'>,
): Promise<void> {
  const { opening } = privacyTexts(language);
  const { [format]: by } = opening;
  const systems = (['windows', 'mac', 'linux', 'phone'] as const).map(
    (system) => `- ${opening.systems[system]}: ${by[system]}`,
  );
  const lines = [by.intro, ...systems, '', by.contents, opening.password];
  await desktop.clipboard.copyText(lines.join('\n'));
}
