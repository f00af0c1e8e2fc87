import { emailKey } from './email-key';
import { partsOfAddress } from './read-email';

/** The mailboxes of these are the same with and without dots in their names. */
const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com']);

/**
 * The same for the addresses that most providers deliver to one mailbox: without what is behind a plus
 * (RFC 5233), and at Gmail without dots and by either of its domains. For limits only: with some
 * providers they are two people, who must never see what is stored of each other.
 */
export function mailboxKey(email: string): string {
  const key = emailKey(email);
  const [local, domain] = partsOfAddress(key);
  if (domain === null) return key;
  const [mailbox = ''] = local.split('+');
  if (mailbox === '') return key;
  if (!DOTLESS.has(domain)) return `${mailbox}@${domain}`;
  return `${mailbox.replaceAll('.', '')}@gmail.com`;
}
