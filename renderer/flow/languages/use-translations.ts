import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type ChatLanguage,
  type ExperienceText,
  stateOf,
  type Translation,
  type TranslationState,
  textsOfExperience,
} from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';

export interface TranslatedText extends ExperienceText {
  readonly translation: Translation | undefined;
  readonly builtIn: string | null;
  readonly state: TranslationState;
}

/** All texts of the draft that participants meet. */
export function useTexts(): ExperienceText[] {
  const graph = useDraft((state) => state.graph);
  const catalogue = useBuilder((state) => state.catalogue);
  return useMemo(
    () => textsOfExperience(graph, (type) => catalogue.get(type)?.form),
    [graph, catalogue],
  );
}

const keyOf = ({ type, field, text }: ExperienceText): string => `${type} ${field} ${text}`;

type Words = ReadonlyMap<string, string | null>;

/**
 * How modules say these texts themselves, in each language, by what they are. Main is asked once for each
 * text and language.
 */
function useBuiltIn(
  texts: readonly ExperienceText[],
  languages: readonly ChatLanguage[],
): ReadonlyMap<ChatLanguage, Words> {
  const [known, setKnown] = useState<ReadonlyMap<ChatLanguage, Words>>(new Map());
  const asked = useRef(new Set<string>());
  // Each time it is shown anew: what could not be asked for is asked for again.
  useEffect(() => {
    for (const language of languages) {
      const idOf = (text: ExperienceText): string => `${language} ${keyOf(text)}`;
      const open = texts.filter((text) => text.type !== null && !asked.current.has(idOf(text)));
      if (open.length === 0) continue;
      for (const text of open) asked.current.add(idOf(text));
      const wanted = open.map(({ type, field, text }) => ({ type: type ?? '', field, text }));
      call('translations.builtIn', { language, texts: wanted })
        .then((words) => {
          const learnt = open.map((text, at) => [keyOf(text), words[at] ?? null] as const);
          setKnown(
            (all) =>
              new Map([...all, [language, new Map([...(all.get(language) ?? []), ...learnt])]]),
          );
        })
        .catch((error: unknown) => {
          for (const text of open) asked.current.delete(idOf(text));
          showError(error);
        });
    }
  });
  return known;
}

/** The texts with what has become of them in each language. */
export function useTranslations(
  texts: readonly ExperienceText[],
  languages: readonly ChatLanguage[],
): ReadonlyMap<ChatLanguage, readonly TranslatedText[]> {
  const translations = useDraft(({ graph }) => graph.translations);
  const builtIn = useBuiltIn(texts, languages);
  return useMemo(
    () =>
      new Map(
        languages.map((language) => {
          const known = translations?.[language] ?? {};
          const words = builtIn.get(language);
          const rows = texts.map((text) => {
            const translation = Object.hasOwn(known, text.place) ? known[text.place] : undefined;
            const word = words?.get(keyOf(text)) ?? null;
            const state = stateOf(translation, text.text, word);
            return { ...text, translation, builtIn: word, state };
          });
          return [language, rows];
        }),
      ),
    [texts, translations, languages, builtIn],
  );
}
