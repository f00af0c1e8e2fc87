import { cleanLine } from '../../../foundation/text/clean-text';
import { hasPrintedMark, readableHost } from '../../../foundation/text/readable-host';
import type { Line } from '../ask/line';

export interface WebRules {
  /** What becomes of an address that says `http`. */
  readonly http: 'keep' | 'upgrade';
  /** Whether addresses that only some network knows are taken, such as `localhost` and `192.168.1.1`. */
  readonly allowsPrivate: boolean;
}

/**
 * A web address as people write it, in the form of the WHATWG URL Standard: with `https` where none is said,
 * without what it does not need. Its host can be read in its own script; any client makes of it what IDNA does.
 */
export const webLine: Line<WebRules, 'invalid' | 'credentials' | 'notPublic'> = {
  format: 'url',
  autocomplete: 'url',
  read: (typed, { http, allowsPrivate }) => {
    const text = unwrapped(cleanLine(typed)).replace(MISTYPED_START, '$1://');
    const url = /[\s\\]|^@/.test(text) ? null : URL.parse(withScheme(text));
    if (!url || !['http:', 'https:'].includes(url.protocol)) return { refused: 'invalid' };
    // What is only before an at sign is far likelier the beginning of an email address.
    if (url.username !== '' && !text.includes('://')) return { refused: 'invalid' };
    if (url.username !== '' || url.password !== '') return { refused: 'credentials' };
    url.hostname = url.hostname.replace(/\.$/, '');
    if (!isHost(url.hostname)) return { refused: 'invalid' };
    if (!allowsPrivate && !isPublicName(url.hostname)) return { refused: 'notPublic' };
    if (http === 'upgrade') url.protocol = 'https:';
    return { value: readable(url) };
  },
};

/** A start with a sign too few or another one, or twice, as when one was pasted behind what stood there. */
const MISTYPED_START = /^(?:(https?)(?:[:;]\/{1,3}|\/\/))+/i;

/** Without marks that stand around an address in a text or behind it, and the word before it. */
function unwrapped(text: string): string {
  const bare = text.replace(/[\s,;]+$/, '');
  const inside = AROUND.exec(bare)?.groups?.inside;
  return (inside ?? bare).replace(/^url:\s*/i, '').trim();
}

const AROUND =
  /^(?:<(?:url:)?(?<inside>.*)>|["“„”«»'‘‚’](?<inside>.*)["“”«»'‘’]|\((?<inside>[^)]*)\))$/i;

/** `example.com:8080` is a host with a port; any other word before a colon is a scheme. */
function withScheme(text: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z\d+.-]*):(.*)$/i.exec(text) ?? [];
  const isHostWithPort = /^\d{1,5}([/?#]|$)/.test(rest);
  if (scheme !== '' && !isHostWithPort) return text;
  // A port says which of the two it is, too.
  const protocol = /^80([/?#]|$)/.test(rest) ? 'http' : 'https';
  return `${protocol}://${text.replace(/^\/\//, '')}`;
}

/** RFC 1035, 2.3.4: a name has up to 253 characters in labels of up to 63; none begins or ends with a hyphen. */
function isHost(host: string): boolean {
  if (isNumeric(host)) return true;
  return (
    host.length <= 253 &&
    !hasPrintedMark(host) &&
    host.split('.').every((label) => LABEL.test(label))
  );
}

const LABEL = /^(?!-)[a-z\d_-]{1,63}(?<!-)$/;
const isNumeric = (host: string): boolean => host.startsWith('[') || /^[\d.]+$/.test(host);

/** Names that no public server answers to (RFC 6761, 6762, 7686, 8375, 9476 and ICANN on `.internal`). */
const SPECIAL =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|invalid|onion|alt)$/;

function isPublicName(host: string): boolean {
  return !isNumeric(host) && host.includes('.') && !SPECIAL.test(host);
}

function readable(url: URL): string {
  return url.href.replace(`//${url.hostname}`, `//${readableHost(url.hostname)}`);
}
