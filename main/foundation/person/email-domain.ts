import { domainToASCII, domainToUnicode } from 'node:url';
import { hasPrintedMark } from '../text/readable-host';

/** RFC 1035, 2.3.4: octets of a label. */
const MAX_LABEL = 63;
/** What UTS 46 takes for the dot between two labels; two of the three are dots once they are NFKC. */
const DOTS = /[.\u3002]/u;
/** The hyphen of print, which text programs and PDF make of the one that names have. */
const HYPHENS = /\u2010/g;
/** A host's name has none of these; some of them would make `domainToASCII` cut the name or read a port. */
const FOREIGN = /[\s\p{Cc}"#%/:<>?@[\\\]^`{|}!$&'()*+,;=_~]/u;
/** `domainToASCII` reads a name that ends like this as an IPv4 address. */
const NUMBER = /^(?:\d+|0x[\da-f]*)$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
/** RFC 3696, 2: a top-level domain is letters, or the code of a name in another script. */
const TOP_LEVEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;
const JOINERS = /[\u200C\u200D]/g;

/**
 * The name as DNS knows it (UTS 46, IDNA): labels in the letters a to z, digits and hyphens, in lower case.
 * Null of what cannot be the name of a domain on the internet: no dot, an IP address, a label that is
 * empty, too long or begins or ends with a hyphen, an `xn--` that stands for nothing.
 */
export function asciiDomain(domain: string): string | null {
  const ascii = mapped(domain);
  const labels = ascii?.split('.') ?? [];
  const areSound = labels.every(
    (label) => label.length <= MAX_LABEL && LABEL.test(label) && stands(label),
  );
  if (ascii === null || labels.length < 2 || !areSound) return null;
  return TOP_LEVEL.test(labels.at(-1) ?? '') ? ascii : null;
}

/**
 * The name as people read it, in lower case, for any way of writing it: each domain has one. A label that
 * imitates another stays in its plain letters, as browsers show it. What is no name of a domain is
 * lower-cased.
 */
export function readableDomain(domain: string): string {
  const ascii = mapped(domain);
  if (ascii === null) return domain.toLowerCase();
  const labels = ascii.split('.');
  const isAscii = !labels.at(-1)?.startsWith('xn--');
  return labels
    .map((label) => {
      const readable = decodedLabel(label);
      return imitates(readable, isAscii) ? label : readable;
    })
    .join('.');
}

/** What `xn--` and letters stand for; the label itself where they stand for nothing. */
export function decodedLabel(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const readable = domainToUnicode(label);
  const isName = domainToASCII(readable) === label && !hasPrintedMark(label);
  return isName ? readable : label;
}

function mapped(domain: string): string | null {
  // The capital sharp s has had another mapping in older versions of UTS 46.
  const plain = domain
    .normalize('NFKC')
    .replaceAll('ẞ', 'ß')
    .replaceAll(HYPHENS, '-')
    .split(DOTS)
    .join('.');
  if (plain === '' || FOREIGN.test(plain)) return null;
  if (NUMBER.test(plain.split('.').at(-1) ?? '')) return null;
  // Joiners belong to some words of some scripts; where they do not, nobody sees them.
  return domainToASCII(plain) || domainToASCII(plain.replaceAll(JOINERS, '')) || null;
}

const stands = (label: string): boolean =>
  !label.startsWith('xn--') || decodedLabel(label) !== label;

/** Scripts that are written together with Latin letters in one word (UTS 39, 5.2). */
const WITH_LATIN =
  /^[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Cyrillic letters that nobody can tell from Latin ones. */
const LIKE_LATIN = /^(?=.*\p{Script=Cyrillic})[асԁеһіјӏорԛѕԝхуъьҽпгѵѡ\d-]*$/u;

/** Whether a label could be taken for one in other letters, `аррӏе` for `apple`. */
function imitates(label: string, isUnderAscii: boolean): boolean {
  if (WITH_LATIN.test(label)) return false;
  const isMixed = /\p{Script=Latin}|\p{Script=Greek}/u.test(label);
  const isGreek = /^[\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u.test(label);
  return (isMixed && !isGreek) || (isUnderAscii && LIKE_LATIN.test(label));
}
