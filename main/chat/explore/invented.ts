import type { TextFormat } from '../../../preload/contract';

/** What an invented participant answers: addresses and numbers that are nobody's (RFC 2606, IBAN's example). */
export const INVENTED: Readonly<Record<TextFormat, string>> = {
  text: 'Ada',
  longText: 'Ada',
  email: 'ada@example.com',
  tel: '+49 30 23125000',
  number: '5',
  date: '1990-05-17',
  code: 'TEST-1',
  time: '09:30',
  url: 'https://example.com/',
  iban: 'DE89370400440532013000',
};

/** Fields of forms, by id, where the format alone says too little. */
export const INVENTED_FIELDS: Readonly<Record<string, string>> = {
  firstname: 'Ada',
  lastname: 'Beispiel',
  street: 'Beispielweg',
  house_number: '1',
  zip: '10115',
  city: 'Berlin',
  country: 'DE',
};

/** The smallest PNG there is. */
export const SMALL_PICTURE = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  ),
  (character) => character.charCodeAt(0),
);
