import { asciiDomain, decodedLabel, readableDomain } from './email-domain';
import { bareAddress } from './email-marks';
import { partsOfAddress, readEmail } from './read-email';

/** Most addresses are their own key. */
const PLAIN = /^[a-z0-9._+-]+@(?!.*xn--)[a-z0-9.-]+\.[a-z]+$/;

/**
 * The comparable form of an address, by which rows know whom they are about: all ways of writing an
 * address have the same. Letter case, marks around it and invisible characters make no difference, nor do
 * the forms of a character (NFKC) or of a domain (UTS 46: `xn--mller-kva.example` is `müller.example`). It
 * can be read and is an address itself.
 */
export function emailKey(email: string): string {
  if (PLAIN.test(email)) return email;
  const [local, domain] = partsOfAddress(bareAddress(email));
  const key = comparable(local);
  return domain === null ? key : `${key}@${readableDomain(domain)}`;
}

/**
 * The key of the person whose address this is. Null for what is none, such as nothing or "none", which a
 * question with a variable of that name can leave behind: those who say so are not one person.
 */
export function personKey(email: string | undefined): string | null {
  const key = emailKey(email ?? '');
  return /.@./u.test(key) ? key : null;
}

/** The same for a part of an address, to look for keys that begin with it or hold it. */
export function partOfEmailKey(text: string): string {
  if (readEmail(text) !== null) return emailKey(text);
  return comparable(text.replace(/^\s*(?:mailto:|[<"'])/i, ''))
    .split(/([@.])/)
    .map(decodedLabel)
    .join('');
}

/** The comparable form that addresses had up to the migration 0012. */
export function legacyEmailKey(email: string): string {
  return email.normalize('NFC').trim().toLowerCase();
}

/** What {@link legacyEmailKey} made of the same address where an input had its domain in plain letters. */
export function plainEmailKey(key: string): string {
  const [local, domain] = partsOfAddress(key);
  const ascii = domain === null ? null : asciiDomain(domain);
  return ascii === null ? key : `${local}@${ascii}`;
}

function comparable(text: string): string {
  const plain = (form: string): string =>
    form
      .normalize('NFKC')
      .replaceAll(/\p{DI}/gu, '')
      .toLowerCase();
  const lower = plain(plain(text)).normalize('NFC').trim();
  // Letter case alone would write the end of a word before a dot (`ΝΙΚΟΣ.Α`) as its middle.
  return lower.replaceAll(FINAL_SIGMA, 'ς').replaceAll(INNER_SIGMA, 'σ');
}

/** The two forms of one Greek letter, which has one capital. */
const FINAL_SIGMA = /(?<=\p{L})σ(?![\p{L}\p{M}])/gu;
const INNER_SIGMA = /(?<!\p{L})ς|ς(?=[\p{L}\p{M}])/gu;
