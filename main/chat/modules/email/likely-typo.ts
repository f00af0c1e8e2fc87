import { POPULAR_DOMAINS, run } from '@zootools/email-spell-checker';
import { partsOfAddress } from '../../../foundation/person/read-email';

/** Providers whose domains people mistype: what is suggested. */
const PROVIDERS: readonly string[] = [
  ...['gmail.com', 'googlemail.com', 'icloud.com', 'proton.me', 'protonmail.com', 'mailbox.org'],
  ...['outlook.com', 'outlook.de', 'hotmail.com', 'hotmail.de', 'live.com', 'live.de', 'msn.com'],
  ...['yahoo.com', 'yahoo.de', 'aol.com', 'aol.de', 'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
  ...['gmx.com', 'web.de', 't-online.de', 'freenet.de', 'posteo.de', 'bluewin.ch'],
];
/** Domains that are as good as a provider's and look like one. */
const OTHERS: readonly string[] = [
  ...['mail.com', 'email.com', 'ymail.com', 'mail.de', 'email.de', 'online.de', 'cloud.com'],
  ...['gmx.li', 'gmx.biz', 'gmx.info', 'gmx.org', 'gmx.eu', 'gmx.us', 'gmx.fr', 'gmx.co.uk'],
  ...['arcor.de', 'mailbox.com', 'proton.com', 'live.at', 'live.nl', 'aol.at'],
];
const KNOWN: ReadonlySet<string> = new Set([...POPULAR_DOMAINS, ...PROVIDERS, ...OTHERS]);

/** Top-level domains that do not exist, of whoever's domain. */
const MISTYPED: Readonly<Record<string, string>> = {
  ...{ con: 'com', cmo: 'com', ocm: 'com', cpm: 'com', vom: 'com', xom: 'com', comm: 'com' },
  ...{ coom: 'com', ccom: 'com', ed: 'de', dee: 'de', dde: 'de', ogr: 'org', nte: 'net' },
};
/** Top-level domains that exist and are one slip from those of providers. */
const NEAR: ReadonlySet<string> = new Set(['co', 'cm', 'om', 'cam', 'dev', 'bet', 'new', 'vet']);
/** Providers that have addresses under one top-level domain only. */
const ONLY_COM: ReadonlySet<string> = new Set(['gmail', 'googlemail']);
/** A shorter name is one slip from too many others. */
const DISTINCT_LENGTH = 5;

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * The address that was probably meant, or null: a slip of the finger in the domain of a provider that many
 * people use, or a top-level domain that does not exist. Domains of companies stay as they are.
 */
export function likelyMeant(email: string): string | null {
  const [local, written] = partsOfAddress(email);
  const domain = (written ?? '').toLowerCase();
  if (KNOWN.has(domain)) return null;
  const corrected = withTopLevel(domain);
  // One slip that leads to a domain that people have is likelier than two.
  const meant = KNOWN.has(corrected ?? '') ? corrected : (providerFor(domain) ?? corrected);
  return meant === undefined || meant === domain ? null : `${local}@${meant}`;
}

function providerFor(domain: string): string | undefined {
  return run({
    email: `somebody@${domain}`,
    domains: [...PROVIDERS],
    secondLevelDomains: [],
    topLevelDomains: [],
    distanceFunction: slips,
    domainThreshold: 1,
  })?.domain;
}

function withTopLevel(domain: string): string | undefined {
  const at = domain.lastIndexOf('.');
  const ending = domain.slice(at + 1);
  const meant = Object.hasOwn(MISTYPED, ending) ? MISTYPED[ending] : undefined;
  return meant && `${domain.slice(0, at)}.${meant}`;
}

/** How far a domain is from that of a provider; infinite where it is more likely another one. */
function slips(domain: string, provider: string): number {
  const [name, ending] = splitFirst(domain);
  const [meant, meantEnding] = splitFirst(provider);
  if (name === meant && meantEnding === 'com' && ONLY_COM.has(name)) return 1;
  const isDistinct = meant.length >= DISTINCT_LENGTH;
  const inName = distance(name, meant);
  const inEnding = distance(ending, meantEnding);
  if (inName > 1 || inEnding > 1) return Number.POSITIVE_INFINITY;
  const isShortCom = meantEnding === 'com' && NEAR.has(ending) && isDistinct;
  const isElsewhere = inEnding > 0 && !isShortCom && exists(ending);
  const isOther = inName > 0 && !isDistinct && (inEnding > 0 || !isSameLetters(name, meant));
  return isElsewhere || isOther ? Number.POSITIVE_INFINITY : Math.max(inName, inEnding);
}

function exists(ending: string): boolean {
  const isCountry = /^[a-z]{2}$/.test(ending) && regions.of(ending.toUpperCase()) !== undefined;
  return isCountry || NEAR.has(ending);
}

/** Two letters changed places, or one was struck twice. */
function isSameLetters(one: string, other: string): boolean {
  const letters = (text: string): string => [...new Set(text)].toSorted().join('');
  return letters(one) === letters(other) && one.length >= other.length;
}

function splitFirst(domain: string): [name: string, ending: string] {
  const at = domain.indexOf('.');
  return [domain.slice(0, at), domain.slice(at + 1)];
}

/** Slips of the finger: letters left out, added, exchanged, or in the wrong order (Damerau, OSA). */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    const [above = [], before = []] = [rows[row - 1], rows[row - 2]];
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line[column] = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + Number(!isSame),
        isSwap && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(line);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
