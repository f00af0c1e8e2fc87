import { Group as Line, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterChoices, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { DayInput } from '../ui/dates/DayInput';
import { type Choices, GROUPS } from './choices';

interface Props {
  choices: Choices;
  /** In which the group has rows. */
  tables: readonly TableName[];
  onChange: (changes: Partial<Choices>) => void;
}

/** The end of a day is not part of the next one. */
const DAY_END_MS = 1;

/** Who gets a row, of which experience, and from when. */
export function GroupFields({ choices: { group, narrowed }, tables, onChange }: Props) {
  const { t } = useTranslation('export');
  const experiences = useExperiences(tables);
  const { experienceId, ...span } = narrowed;
  const between = (changes: { from?: number | undefined; to?: number | undefined }) =>
    onChange({ narrowed: withoutNothing({ ...narrowed, ...changes }) });
  return (
    <>
      <NativeSelect
        label={t('choices.group')}
        value={group}
        data={GROUPS.map((value) => ({ value, label: t(`choices.groups.${value}`) }))}
        onChange={({ currentTarget }) => {
          const next = GROUPS.find((each) => each === currentTarget.value);
          if (next) onChange({ group: next, narrowed: span });
        }}
      />
      <NativeSelect
        label={t('choices.experience')}
        value={experienceId ?? ''}
        data={[
          { value: '', label: t('choices.anyExperience') },
          ...experiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ narrowed: { ...span, ...(value !== '' && { experienceId: value }) } })
        }
      />
      <Line gap="sm" wrap="nowrap" grow style={{ gridColumn: '1 / -1' }}>
        <DayInput
          label={t('choices.from')}
          ms={span.from}
          onChange={(day) => between({ from: day?.startOf('day').valueOf() })}
        />
        <DayInput
          label={t('choices.to')}
          ms={span.to === undefined ? undefined : span.to - DAY_END_MS}
          onChange={(day) => between({ to: day?.add(1, 'day').startOf('day').valueOf() })}
        />
      </Line>
    </>
  );
}

function withoutNothing(filter: Record<string, string | number | undefined>): Choices['narrowed'] {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Those that have rows in one of the tables. */
function useExperiences(tables: readonly TableName[]): FilterChoices['experiences'] {
  const [found, setFound] = useState<FilterChoices['experiences']>([]);
  const key = tables.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are what counts, not the array
  useEffect(() => {
    let isCurrent = true;
    Promise.all(tables.map((table) => call('data.filterChoices', { table })))
      .then((choices) => {
        const all = choices.flatMap(({ experiences }) => experiences);
        if (isCurrent) setFound([...new Map(all.map((each) => [each.id, each])).values()]);
      })
      .catch(showError);
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return found;
}
