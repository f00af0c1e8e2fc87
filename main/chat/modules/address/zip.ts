/**
 * What postal codes look like, only where the postal service has one form for all of them (Universal
 * Postal Union, addressing sheets). Any other country's code is taken as it is typed.
 */
const FORMS: Readonly<Record<string, RegExp>> = {
  AT: /^[1-9]\d{3}$/,
  BE: /^[1-9]\d{3}$/,
  CH: /^[1-9]\d{3}$/,
  CZ: /^\d{3} ?\d{2}$/,
  DE: /^\d{5}$/,
  DK: /^\d{4}$/,
  ES: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
  FI: /^\d{5}$/,
  FR: /^\d{5}$/,
  IT: /^\d{5}$/,
  LI: /^94\d{2}$/,
  LU: /^(L-)?\d{4}$/i,
  NL: /^[1-9]\d{3} ?[A-Z]{2}$/i,
  NO: /^\d{4}$/,
  PL: /^\d{2}-\d{3}$/,
  PT: /^\d{4}-\d{3}$/,
  SE: /^\d{3} ?\d{2}$/,
  SK: /^\d{3} ?\d{2}$/,
  US: /^\d{5}(-\d{4})?$/,
};

/** `country` as in ISO 3166-1 alpha-2. */
export function isZip(zip: string, country: string): boolean {
  const form = Object.hasOwn(FORMS, country) ? FORMS[country] : undefined;
  return form === undefined || form.test(zip);
}
