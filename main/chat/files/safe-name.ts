import { cleanLine } from '../../foundation/text/clean-text';
import { fitBytes } from '../../foundation/text/fit-bytes';

/**
 * File systems take 255 bytes (Linux) or 255 UTF-16 units (Windows, macOS). What is left is room for what
 * is added: ` (1)` by a file manager, the random part of a temporary name, an encryption of names.
 */
export const MAX_NAME_BYTES = 200;

/** Reserved by Windows, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)/i;

const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;

/**
 * A name that every system takes and that looks like what it is: no path, no control characters, and
 * none that change the direction of writing, with which `gpj.exe` can look like `exe.jpg`. Too long a
 * name loses the end of what is before its ending.
 */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = cleanLine(last.replaceAll(/[\p{Cc}\uFFFD]/gu, ''))
    .replaceAll(/[<>:"|?*]/g, '_')
    .normalize('NFC');
  const whole = plain.replace(/[. ]+$/, '');
  const [ending = ''] = ENDING.exec(whole) ?? [];
  const stem = stemOf(whole.slice(0, whole.length - ending.length)) || 'file';
  const allowed = RESERVED.test(stem) ? `_${stem}` : stem;
  const room = MAX_NAME_BYTES - Buffer.byteLength(ending);
  return (stemOf(fitBytes(allowed, room)) || 'file') + ending;
}

/** Empty for what nobody would see. */
function stemOf(text: string): string {
  const stem = text.replace(/^[. ]+/, '').replace(/[. ]+$/, '');
  return cleanLine(stem).replaceAll(/\p{DI}/gu, '') === '' ? '' : stem;
}
