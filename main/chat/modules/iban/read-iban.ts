import {
  electronicFormatIBAN,
  friendlyFormatIBAN,
  getCountrySpecifications,
  isSEPACountry,
  ValidationErrorsIBAN,
  validateIBAN,
} from 'ibantools';
import { plainLine } from '../../../foundation/text/clean-text';
import type { Line } from '../ask/line';

export interface IbanRules {
  readonly accepts: 'all' | 'sepa' | 'listed';
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

export type IbanProblem =
  | 'invalid'
  | 'unknownCountry'
  | 'tooShort'
  | 'tooLong'
  | 'wrongCheck'
  | 'otherCountry';

/** ISO 13616-1: 34 characters at most, and the blanks and marks between them. */
const MAX_LENGTH = 80;

/** An account number (ISO 13616-1) without blanks, with its length, its form and its check digits checked. */
export const ibanLine: Line<IbanRules, IbanProblem> = {
  format: 'iban',
  show: (iban) => friendlyFormatIBAN(iban) ?? iban,
  read: (typed, rules) => {
    const iban = typed.length > MAX_LENGTH ? '' : cleaned(typed);
    if (!/^[A-Z]{2}\d{2}[A-Z\d]*$/.test(iban)) return { refused: 'invalid' };
    const refused =
      problemOf(iban) ?? (isAccepted(iban.slice(0, 2), rules) ? null : 'otherCountry');
    return refused ? { refused } : { value: iban };
  },
};

/** Without the word before it, and what people put between groups. */
function cleaned(typed: string): string {
  const plain = plainLine(typed).replace(/^iban\b\s*(no\.?|nr\.?)?\s*[:.]?\s*/i, '');
  return (electronicFormatIBAN(plain) ?? '').replaceAll(/[^A-Z\d]+/g, (marks) =>
    /^[\s./·_"'“”„-]+$/.test(marks) ? '' : marks,
  );
}

/** The first of the reasons that says most: a length is wrong before its check digits are. */
function problemOf(iban: string): IbanProblem | null {
  const { errorCodes, valid } = validateIBAN(iban);
  if (valid) return null;
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return 'unknownCountry';
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) {
    const length = getCountrySpecifications()[iban.slice(0, 2)]?.chars ?? 0;
    return iban.length < length ? 'tooShort' : 'tooLong';
  }
  return 'wrongCheck';
}

/** In SEPA since the list of the library was made (European Payments Council, EPC409-09). */
const NEWER_IN_SEPA = ['AL', 'MD', 'ME', 'MK', 'RS'];

function isAccepted(country: string, { accepts, countries }: IbanRules): boolean {
  if (accepts === 'all') return true;
  if (accepts === 'listed') return countries.includes(country);
  return isSEPACountry(country) || NEWER_IN_SEPA.includes(country);
}
