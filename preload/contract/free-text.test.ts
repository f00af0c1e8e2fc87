import { expect, it } from 'vitest';
import { holdsPersonalData, refusePersonalData } from './free-text';

it.each([
  'ann@example.com',
  'for Ann <ann.lee@example.com>, please',
  'ann＠example.com',
  'ann (at) example.com',
  'ann[AT]example.com',
  'ann @ example.com',
  'for ann@ example.com',
  'ann @example.com',
  'ann at example dot com',
  'ann ät beispiel punkt de',
  'mailto:ann%40example.com',
  'ann&#64;example.com',
  'call 0171 1234567',
  '+49 171 1234567',
  '+49 (0)171/123 45 67',
  '0049-171-1234567',
  '(030) 123456',
  'tel. 030/1234567',
  'phone:+491711234567',
  '(555) 123-4567',
  '555.123.4567',
  'on 2026-11-29 from 0171 1234567',
  '٠١٧١ ١٢٣٤٥٦٧',
  '۰۱۷۱۱۲۳۴۵۶۷',
  '०१७१ १२३४५६७',
  '0171\u200B1\u200B2\u200B3\u200B4\u200B5\u200B6\u200B7',
  '\u{1D7D8}\u{1D7D9}71 1234567',
])('“%s” holds an address or a phone number', (text) => {
  expect(holdsPersonalData(text)).toBe(true);
  expect(() => refusePersonalData(text)).toThrow('free_text.personal');
});

it.each([
  '',
  'A question of the service team',
  'Letters to all',
  'Claim 4711',
  'Request of 3 July 2026',
  'Request of 2026-11-29, 10:30:15',
  'Anfrage vom 05.11.2026 und vom 6. 11. 2026, 09:15 Uhr',
  'E-20261129-12345678',
  'Ticket #0123456789',
  'INC0012345678',
  'Order 123456789',
  'IBAN DE02120300000000202051',
  'Art. 15 GDPR, 3 of 12 rows, 1,000,000 at most',
  'meet @ the stand',
  '3 pieces @ 4.50',
  'Letters at the end of the year, dot by dot',
  'Bill 12345678901234567890',
])('“%s” holds neither', (text) => {
  expect(holdsPersonalData(text)).toBe(false);
  expect(() => refusePersonalData(text)).not.toThrow();
});
