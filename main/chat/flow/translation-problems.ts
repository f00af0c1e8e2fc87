import {
  baseOf,
  type ChatLanguage,
  chatSettings,
  type ExperienceText,
  type Graph,
  type Problem,
  partsAstray,
  stateOf,
  textsOfExperience,
} from '../../../preload/contract';
import { comparedIn } from '../engine/expressions/expression';
import { comparisonsIn } from '../engine/interpolate';
import { builtInTranslation } from '../modules/built-in-words';
import { formOfType } from '../modules/forms';
import type { FlowIndex } from './flow-index';
import { localise } from './localise';
import { textsOf } from './setting-texts';

/** What participants of another language would not read as its author means it. */
export function translationProblems({ graph }: FlowIndex): Problem[] {
  const others = chatSettings(graph).languages?.others ?? [];
  if (others.length === 0) return [];
  const texts = textsOfExperience(graph, formOfType);
  return [
    ...others.flatMap((language) => [
      ...unfinished(graph, language, texts),
      ...wrong(graph, language, texts),
    ]),
    ...translatedLabels(graph, others),
  ];
}

function unfinished(
  graph: Graph,
  language: ChatLanguage,
  texts: readonly ExperienceText[],
): Problem[] {
  const states = texts.map((text) =>
    stateOf(
      translationOf(graph, language, text),
      text.text,
      builtInTranslation(text, language) ?? null,
    ),
  );
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  const problem = (code: Problem['code'], number: number): Problem[] =>
    number === 0
      ? []
      : [{ severity: 'warning', code, params: { language, count: String(number) } }];
  return [
    ...problem('translations_missing', count('missing')),
    ...problem('translations_outdated', count('outdated')),
  ];
}

/** A language without its region is as good where there is nothing else. */
function translationOf({ translations }: Graph, language: ChatLanguage, { place }: ExperienceText) {
  return translations?.[language]?.[place] ?? translations?.[baseOf(language)]?.[place];
}

function wrong(graph: Graph, language: ChatLanguage, texts: readonly ExperienceText[]): Problem[] {
  return texts.flatMap((text) => {
    const translation = graph.translations?.[language]?.[text.place];
    if (!translation || translation.text.trim() === '') return [];
    const at = { severity: 'warning', field: text.field } as const;
    const where = { ...at, ...(text.moduleId !== null && { moduleId: text.moduleId }) };
    const { lost, added } = partsAstray(text.text, translation.text);
    const parts = [...lost, ...added].join(', ').slice(0, 200);
    const tooLong = translation.text.length > text.maxLength;
    return [
      ...(parts === ''
        ? []
        : [{ ...where, code: 'translation_astray' as const, params: { language, parts } }]),
      ...(tooLong
        ? [
            {
              ...where,
              code: 'translation_too_long' as const,
              params: { language, max: String(text.maxLength) },
            },
          ]
        : []),
    ];
  });
}

/** Expressions that compare with the label of an option, which is another one in another language. */
function translatedLabels(graph: Graph, others: readonly ChatLanguage[]): Problem[] {
  const compared = graph.modules.flatMap(({ id, settings }) =>
    textsOf(settings).flatMap(({ field, text }) =>
      [...comparisonsIn(text), ...(field.endsWith('expression') ? comparedIn(text) : [])]
        .filter(({ text: label }) => label !== '')
        .map(({ variable, text: label }) => ({ moduleId: id, field, variable, label })),
    ),
  );
  if (compared.length === 0) return [];
  const labelsIn = new Map(
    others.map((language) => [language, optionTexts(localise(graph, language))]),
  );
  const main = optionTexts(graph);
  return compared.flatMap(({ label, variable, ...at }) => {
    const places = [...main].filter(([, text]) => text === label).map(([place]) => place);
    const language = others.find((each) =>
      places.some((place) => labelsIn.get(each)?.get(place) !== label),
    );
    if (language === undefined) return [];
    const params = { language, variable, text: label };
    return [{ severity: 'warning', code: 'label_translated', ...at, params }];
  });
}

/** Labels of options by their place. */
function optionTexts(graph: Graph): ReadonlyMap<string, string> {
  const labels = textsOfExperience(graph, formOfType).filter(({ field }) =>
    /\.(label|title|name)$/.test(field),
  );
  return new Map(labels.map(({ place, text }) => [place, text]));
}
