import { expect, it } from 'vitest';
import { mailboxKey } from './email-alias';

it.each([
  ['ann+2@example.com', 'ann@example.com'],
  ['Ann+a+b@Example.com', 'ann@example.com'],
  ['a.nn@example.com', 'a.nn@example.com'],
  ['a.n.n+x@gmail.com', 'ann@gmail.com'],
  ['ann@googlemail.com', 'ann@gmail.com'],
  ['ann-2@example.com', 'ann-2@example.com'],
  ['+49@example.com', '+49@example.com'],
  ['anna+1@xn--mller-kva.example', 'anna@müller.example'],
  ['', ''],
])('%j reaches the mailbox %j', (email, mailbox) => expect(mailboxKey(email)).toBe(mailbox));
