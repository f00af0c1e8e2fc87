import arabic from 'simple-keyboard-layouts/build/layouts/arabic';
import brazilian from 'simple-keyboard-layouts/build/layouts/brazilian';
import czech from 'simple-keyboard-layouts/build/layouts/czech';
import english from 'simple-keyboard-layouts/build/layouts/english';
import french from 'simple-keyboard-layouts/build/layouts/french';
import german from 'simple-keyboard-layouts/build/layouts/german';
import greek from 'simple-keyboard-layouts/build/layouts/greek';
import hebrew from 'simple-keyboard-layouts/build/layouts/hebrew';
import hungarian from 'simple-keyboard-layouts/build/layouts/hungarian';
import italian from 'simple-keyboard-layouts/build/layouts/italian';
import norwegian from 'simple-keyboard-layouts/build/layouts/norwegian';
import polish from 'simple-keyboard-layouts/build/layouts/polish';
import russian from 'simple-keyboard-layouts/build/layouts/russian';
import spanish from 'simple-keyboard-layouts/build/layouts/spanish';
import swedish from 'simple-keyboard-layouts/build/layouts/swedish';
import turkish from 'simple-keyboard-layouts/build/layouts/turkish';
import ukrainian from 'simple-keyboard-layouts/build/layouts/ukrainian';
import type { ChatLanguage } from '../../../preload/contract';
import type { FieldKind } from './field';

/** Rows of keys; one in braces does something else than to type its name. */
type Rows = readonly string[];
export type Layers = Readonly<Record<'default' | 'shift' | 'accents' | 'accentsShift', Rows>>;
type Desktop = { readonly layout: Readonly<Record<string, Rows>> };

/** As they are on a desk in the countries of the language; every other one types as in English. */
const DESKTOPS: Readonly<Record<string, Desktop>> = {
  ar: arabic,
  cs: czech,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fr: french,
  he: hebrew,
  hu: hungarian,
  it: italian,
  nb: norwegian,
  no: norwegian,
  pl: polish,
  pt: brazilian,
  ru: russian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
};
const OTHER_SCRIPTS = ['ar', 'el', 'he', 'ru', 'uk'];

/** Where an address often ends. */
const DOMAINS: Readonly<Record<string, string>> = {
  cs: '.cz',
  de: '.de',
  es: '.es',
  fr: '.fr',
  hu: '.hu',
  it: '.it',
  nl: '.nl',
  pl: '.pl',
  pt: '.pt',
  sv: '.se',
  tr: '.com.tr',
};

/** Of all languages with Latin letters: a guest's name can come from any. */
const ACCENTS: Rows = [
  'à á â ã ä å ą æ ç ć č ř',
  'ď è é ê ë ę ě ğ ì í î ï ı ť',
  'ł ñ ń ň ò ó ô õ ö ő ø œ',
  'ß ś š ş ù ú û ü ů ű ý ź ż ž',
];

const PADS: Readonly<Partial<Record<FieldKind, Rows>>> = {
  number: ['1 2 3 {bksp}', '4 5 6 -', '7 8 9 .', '{left} 0 , {enter}'],
  tel: ['1 2 3 {bksp}', '4 5 6 +', '7 8 9 -', '( 0 ) {enter}'],
  time: ['1 2 3 {bksp}', '4 5 6 :', '7 8 9 .', '{left} 0 {right} {enter}'],
  date: ['1 2 3 {bksp}', '4 5 6', '7 8 9', '0 {enter}'],
};

/** In these, only letters of the Latin script are right. */
const LATIN: readonly FieldKind[] = ['email', 'url', 'capitals', 'passphrase'];

export interface Wish {
  readonly kind: FieldKind;
  readonly language: ChatLanguage;
  /** Whether Latin letters are wished where the language has others. */
  readonly isLatin: boolean;
  /** Whether there is more than one field to go through. */
  readonly hasNeighbours: boolean;
}

/** Whether the language has a script of its own, which can be left for Latin letters. */
export function canSwitchScript({ kind, language }: Pick<Wish, 'kind' | 'language'>): boolean {
  return kind === 'text' && OTHER_SCRIPTS.includes(base(language));
}

export function layersFor(wish: Wish): Layers {
  const { kind, hasNeighbours } = wish;
  const steps = hasNeighbours ? ' {previous} {next}' : '';
  if (kind === 'choice') return same([`{close}${steps}`]);
  const pad = PADS[kind];
  if (pad) return same([...pad, `{close}${steps}`]);
  const { layout } = desktopFor(wish);
  const foot = `{close} ${scriptKey(wish)}{accents} ${signs(wish)}{left} {right}${steps}`;
  const lower = keys(layout.default ?? [], kind);
  return {
    default: [...(kind === 'capitals' ? lower.map(capital) : lower), foot],
    shift: [...keys(layout.shift ?? [], kind), foot],
    accents: [...accented(kind === 'capitals' ? ACCENTS.map(capital) : ACCENTS), foot],
    accentsShift: [...accented(ACCENTS.map(capital)), foot],
  };
}

function desktopFor({ kind, language, isLatin }: Wish): Desktop {
  const own = base(language);
  const isOwnScript = !OTHER_SCRIPTS.includes(own) || !(isLatin || LATIN.includes(kind));
  return (isOwnScript ? DESKTOPS[own] : undefined) ?? english;
}

function base(language: ChatLanguage): string {
  return language.split('-')[0] ?? language;
}

/**
 * The rows of letters, without keys that a screen does not need, those that only do something together
 * with the next one, and the sign before the digits, which makes their row wider than all others; a
 * passphrase can have any sign.
 */
function keys(rows: Rows, kind: FieldKind): Rows {
  return rows.slice(0, 4).map((row, index) => {
    const kept = row
      .split(' ')
      .filter((key) => key !== '' && key !== '{tab}' && key !== '{lock}' && !/^\p{M}+$/u.test(key));
    const isSpare = index === 0 && kind !== 'passphrase' && !/^[\p{L}\p{N}]$/u.test(kept[0] ?? '');
    return (isSpare ? kept.slice(1) : kept).join(' ');
  });
}

function capital(row: string): string {
  return row.replaceAll(/(?<=^| )\p{Ll}(?= |$)/gu, (letter) => {
    const upper = letter.toUpperCase();
    // That of the German ß are two letters.
    return upper.length === 1 ? upper : letter;
  });
}

function accented(rows: Rows): Rows {
  return rows.map((row, index) => {
    if (index === 0) return `${row} {bksp}`;
    if (index === 2) return `${row} {enter}`;
    return index === 3 ? `{shift} ${row}` : row;
  });
}

function scriptKey(wish: Wish): string {
  return canSwitchScript(wish) ? '{script} ' : '';
}

function signs({ kind, language }: Wish): string {
  const domain = DOMAINS[base(language)];
  if (kind === 'email') return `@ {space} . - _ .com ${domain ? `${domain} ` : ''}`;
  if (kind === 'url') return `https:// {space} . / - .com ${domain ? `${domain} ` : ''}`;
  return '@ {space} ';
}

const same = (rows: Rows): Layers => ({
  default: rows,
  shift: rows,
  accents: rows,
  accentsShift: rows,
});
