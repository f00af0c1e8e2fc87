import { asciiDomain, readableDomain } from './email-domain';
import { bareAddress } from './email-marks';

/** RFC 5321, 4.5.3.1.1: octets of what is before the at sign. */
const MAX_LOCAL = 64;
/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them the angle brackets. */
const MAX_ADDRESS = 254;
/**
 * RFC 5322, 3.2.3: characters of a dot-atom. Of other scripts (RFC 6531), letters, digits and signs, and
 * the marks that stand between letters of a word (RFC 5892, A.3 to A.7): no dash or quote that was meant
 * to be a plain one.
 */
const ATOM =
  /^(?:[\w!#$%&'*+/=?^`{|}~-]|(?![\0-\x7f])[\p{L}\p{M}\p{N}\p{S}\u00B7\u0375\u05F3\u05F4\u30FB])+$/u;

/** The two parts of an address, at its last at sign; the whole as the first where there is none. */
export function partsOfAddress(address: string): [local: string, domain: string | null] {
  const at = address.lastIndexOf('@');
  return at < 0 ? [address, null] : [address.slice(0, at), address.slice(at + 1)];
}

/**
 * The address that somebody typed or pasted, as they wrote it but readable: without marks around it, and
 * with the domain in its own script. Null when it is none by RFC 5321 and 5322, with RFC 6531 for other
 * scripts and IDNA (UTS 46) for domains. Quoted local parts and IP addresses, which are addresses by
 * these, too, are refused: nobody has one, and who types one has mistyped.
 */
export function readEmail(typed: string): string | null {
  const [written, name] = partsOfAddress(bareAddress(typed));
  const local = written.replaceAll(/\p{DI}/gu, '');
  const ascii = name === null ? null : asciiDomain(name);
  if (name === null || ascii === null || !local.split('.').every((atom) => ATOM.test(atom)))
    return null;
  const octets = Buffer.byteLength(local);
  if (octets > MAX_LOCAL || octets + 1 + ascii.length > MAX_ADDRESS) return null;
  const readable = readableDomain(ascii);
  return `${local}@${name.toLowerCase() === readable ? name : readable}`;
}
