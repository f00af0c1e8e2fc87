import { REFERENCE } from './light-inline';

/** Where a link leads: what stands in its parentheses. */
const TARGET = /\]\(\s*([^()\s]+)\s*\)/g;

/** What a translation has to leave as it is: expressions, and where links lead. */
export function protectedParts(text: string): string[] {
  const expressions = [...text.matchAll(REFERENCE)].map(([whole]) => whole);
  const targets = [...text.matchAll(TARGET)].map(([, target = '']) => target);
  return [...expressions, ...targets];
}

/** Protected parts that a translation has lost, and those that its text does not have. */
export function partsAstray(
  text: string,
  translation: string,
): { readonly lost: readonly string[]; readonly added: readonly string[] } {
  const [there, here] = [protectedParts(text), protectedParts(translation)];
  return {
    lost: there.filter((part) => !here.includes(part)),
    added: here.filter((part) => !there.includes(part)),
  };
}
