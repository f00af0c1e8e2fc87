import { ChatLanguage, languageName } from '../../../preload/contract';

/** ISO 639-1, and those of which a region or a script makes another language for readers. */
const TAGS = (
  'af ak am ar as az be bg bm bn br bs ca cs cy da de de-AT de-CH dv ee el en en-GB en-US eo es es-MX ' +
  'es-419 et eu fa ff fi fil fo fr fr-CA fr-CH fy ga gd gl gu ha he hi hr hu hy id ig is it ja jv ka ki ' +
  'kk km kn ko ku ky lb lg ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nl-BE nn om or pa pl ps pt ' +
  'pt-BR pt-PT qu rm rn ro ru rw sc sd se si sk sl sn so sq sr sr-Latn st su sv sw ta te tg th ti tk tn ' +
  'tr tt ug uk ur uz vi wo xh yi yo zh-Hans zh-Hant zu'
).split(' ');

export interface LanguageOption {
  readonly value: ChatLanguage;
  readonly label: string;
}

/** In the order of the alphabet, called as the reader and as their speakers call them. */
export function languageOptions(inLanguage: string, typed = ''): LanguageOption[] {
  const tag = typed.trim();
  const others = !TAGS.includes(tag) && isTag(tag) ? [tag] : [];
  const { compare } = new Intl.Collator(inLanguage);
  return [...TAGS, ...others]
    .map((value) => ({ value, label: labelOf(value, inLanguage) }))
    .sort((a, b) => compare(a.label, b.label));
}

export function labelOf(language: ChatLanguage, inLanguage: string): string {
  const [name, own] = [languageName(language, inLanguage), languageName(language, language)];
  const isSame = name.toLowerCase() === own.toLowerCase() || own === language;
  return isSame ? name : `${name} – ${own}`;
}

function isTag(text: string): boolean {
  if (!ChatLanguage.safeParse(text).success) return false;
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
