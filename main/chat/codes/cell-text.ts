import type { CodeRowProblem } from '../../../preload/contract';
import { cleanLine } from '../../foundation/text/clean-text';

/** Most cells: nothing in them is to be removed, but for blanks around them. */
const PLAIN = /^[ !#-&(-<>-~]*$/;

const INVISIBLE = /\p{DI}/u;

/** NUL and other control characters, and what stands for bytes that were no text. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\ufffd]/u;

/** `="000123"`, by which a file keeps Excel from taking a text for a number. */
const EXCEL_TEXT = /^="(.*)"$/s;
/** `'000123`, by which a user does; or the whole in such marks. */
const APOSTROPHE = /^'(.+?)'?$/s;

/** What Excel shows for a long number: a sign and at least two digits tell it from a code such as 4E10. */
const ROUNDED = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i;
/** Errors of formulas in the languages of Excel, such as `#REF!`, `#BEZUG!`, `#¿NOMBRE?` and `#N/A`. */
const ERROR = new RegExp(
  `^#[¡¿]?(?:${[
    'REF|BEZUG|RIF|VERW|ADR|REFERENS|REFERÊNCIA|ССЫЛКА|ODKAZ|HIV|VIITTAUS|BAŞV',
    'VALUE|WERT|VALEUR|VALOR|VALORE|WAARDE|ARG|VÄRDEFEL|VÆRDI|VERDI|ЗНАЧ|HODNOTA|ÉRTÉK|ARVO|DEĞER',
    'NAME|NOM|NOMBRE|NOME|NAAM|NAZWA|NAMN|NAVN|ИМЯ|NÁZEV|NÉV|NIMI|AD',
    'DIV/0|DEEL/0|DZIEL/0|DIVISION/0|ДЕЛ/0|ZÉRÓOSZTÓ|JAKO/0|SAYI/0',
    'NUM|ZAHL|NOMBRE|GETAL|LICZBA|ЧИСЛО|SZÁM|LUKU|SAYI|OGILTIGT',
    'NULL|NUL|NULO|NULLO|LEEG|ZERO|SKÄRNING|ПУСТО|NULLA|TYHJÄ|BOŞ',
    'SPILL|ÜBERLAUF|EPARS|CALC|KALK|FIELD|FELD|BLOCKED|CONNECT|BUSY|UNKNOWN|PYTHON',
  ].join('|')})[!?]$|^#(?:N/A|N/D|N/B|NV|NB|Н/Д|YOK|GETTING_DATA)$`,
  'iu',
);
/** What Excel shows where a column is too narrow. */
const TOO_NARROW = /^#{2,}$/;

/**
 * A cell as it was meant: without blanks around, invisible characters and what keeps Excel from
 * reading it as a number.
 */
export function cellText(cell: string): string {
  if (PLAIN.test(cell) && !cell.includes('  ')) return cell.trim();
  const trimmed = withoutInvisible(cell.trim());
  const inner = EXCEL_TEXT.exec(trimmed)?.[1]?.replaceAll('""', '"') ?? trimmed;
  return inner.replace(APOSTROPHE, '$1').trim();
}

/** Whether the cell holds something that nobody sees. */
export function hasInvisible(cell: string): boolean {
  return INVISIBLE.test(cell);
}

export function isExcelText(cell: string): boolean {
  return EXCEL_TEXT.test(cell.trim());
}

/** Why the cell's text cannot be one that was entered; null for any that can. */
export function damageOf(text: string): CodeRowProblem | null {
  if (FORBIDDEN.test(text) || !text.isWellFormed()) return 'forbidden_character';
  if (text.startsWith('#')) {
    if (TOO_NARROW.test(text)) return 'too_narrow';
    if (ERROR.test(text)) return 'formula_error';
  }
  return ROUNDED.test(text) ? 'rounded_number' : null;
}

/** What must not be hidden by cleaning it away stays, to be named. */
function withoutInvisible(text: string): string {
  if (FORBIDDEN.test(text) || !text.isWellFormed()) return text;
  return cleanLine(text.replaceAll(/\p{DI}/gu, ''));
}
