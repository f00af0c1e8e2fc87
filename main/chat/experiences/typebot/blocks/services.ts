import type { TypebotReason } from '../../../../../preload/contract';
import { type BlockKind, leftOut } from '../block';
import { object, text } from '../loose';
import type { Block } from '../read-typebot';

/** What talks to others, or runs a program: it stays behind, and a message says what stood there. */
export function service(what: string, reason: TypebotReason): BlockKind {
  return {
    convert: (block, around) => leftOut(block, around, { what, detail: detailOf(block), reason }),
  };
}

/** What the author recognises it by; no keys, no headers, no query, in which keys can be. */
function detailOf({ options }: Block): string {
  const webhook = { ...object(options.webhook), ...options };
  const address = text(webhook.url).split(/[?#]/)[0] ?? '';
  const amount = [text(options.amount), text(options.currency)].filter(Boolean).join(' ');
  const parts = [
    text(webhook.method),
    address.replace(/\/\/[^/]*@/, '//'),
    text(options.action),
    text(options.task),
    text(options.name),
    text(options.subject),
    amount,
  ];
  return parts.filter(Boolean).join(' ').slice(0, 300);
}

/** A type that nobody has told this ChatVault about. */
export const unknown: BlockKind = {
  convert: (block, around) =>
    leftOut(block, around, {
      what: block.type.slice(0, 60) || '?',
      detail: detailOf(block),
      reason: 'unknown_type',
    }),
};
