import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../app/client';
import { showError } from '../../../app/errors';
import { useBuilder } from '../../builder-store';
import { useDraft } from '../../draft-store';
import { titleOf } from '../../modules/catalogue';
import { useLanguage } from '../../use-language';

/** Something that can be put into a text: a variable, or an example of an expression. */
export interface Choice {
  source: string;
  /** What sets the variable, or what the expression means. */
  about: string;
  isExample: boolean;
}

const EXAMPLES = {
  today: 'today()',
  inTwoWeeks: 'addDays(today(), 14)',
  time: 'time()',
  calculate: 'number(points, 0) + 10',
  upper: 'upper(firstname)',
  either: 'points > 9 ? "Gold" : "Silver"',
} as const;
const KEYS = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];

/** What can be put into the texts of a module; `load` asks main anew which variables come before it. */
export function useChoices(moduleId: string): { choices: readonly Choice[]; load(): void } {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const [choices, setChoices] = useState<readonly Choice[]>([]);

  const load = useCallback(() => {
    const { experience } = useBuilder.getState();
    if (!experience) return;
    const { modules } = useDraft.getState().graph;
    const titleFor = (id: string) => {
      const module = modules.find((each) => each.id === id);
      return module ? titleOf(catalogue, module, language) : '';
    };
    const examples = KEYS.map((key) => ({
      source: EXAMPLES[key],
      about: t(`rich.examples.${key}`),
      isExample: true,
    }));
    call('experiences.variables', { id: experience.id, moduleId }).then((known) => {
      const variables = known.map(({ name, modules: ids }) => ({
        source: name,
        about: ids.map(titleFor).filter(Boolean).join(' · '),
        isExample: false,
      }));
      setChoices([...variables, ...examples]);
    }, showError);
  }, [moduleId, catalogue, language, t]);

  return { choices, load };
}

/**
 * The choices in which the query occurs. Those that are called so come first: a question that says a name
 * is in the words about its own variable.
 */
export function matching(choices: readonly Choice[], query: string): readonly Choice[] {
  const wanted = query.trim().toLowerCase();
  const rank = ({ source, about }: Choice): number => {
    const name = source.toLowerCase();
    const fits = [name === wanted, name.startsWith(wanted), name.includes(wanted)];
    const at = [...fits, about.toLowerCase().includes(wanted)].indexOf(true);
    return at === -1 ? Number.POSITIVE_INFINITY : at;
  };
  return choices
    .filter((choice) => Number.isFinite(rank(choice)))
    .toSorted((a, b) => Number(a.isExample) - Number(b.isExample) || rank(a) - rank(b));
}
