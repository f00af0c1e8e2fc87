import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError, DataFilter, PrintOut, TableName } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { ChoiceFields } from './ChoiceFields';
import {
  allowanceOf,
  type Choices,
  channelsFor,
  firstChoices,
  goneOf,
  habitsOf,
  leftOutOf,
  rowsOf,
  scopeOf,
  selectionOf,
} from './choices';
import { FormFields } from './FormFields';
import { ObligationsStep } from './ObligationsStep';
import { useCount } from './use-count';
import type { Preparation } from './use-export';
import { remember, useHabits } from './use-habits';

/** A letter has to name whom it goes to. */
const PRINTED = { form: 'tables', level: 'full' } as const;

interface Props {
  tables: readonly TableName[];
  filter: DataFilter;
  /** What is printed of the winners, which then keep their names. */
  print: PrintOut | undefined;
  isPreparing: boolean;
  error: AppError | null;
  onPrepare: (preparation: Preparation) => void;
  onClose: () => void;
}

/** What is exported and why, and the obligations; or the request for a second user's release. */
export function FirstStep({
  tables,
  filter,
  print,
  isPreparing,
  error,
  onPrepare,
  onClose,
}: Props) {
  const { t } = useTranslation(['export', 'app']);
  const [keptPurpose, keepPurpose] = useKept(
    `exports.purpose.${print?.drawId ?? tables.join()}`.slice(0, 100),
    z.string(),
    '',
  );
  const [own, setChoices] = useState<Choices>(() => ({
    ...firstChoices(tables),
    purpose: keptPurpose,
  }));
  const choices: Choices = print ? { ...own, ...PRINTED } : own;
  const [isRequesting, setRequesting] = useState(false);
  // A filter is about the columns of one table, so that whoever has a row in it is meant.
  const isOfOneTable = tables.length === 1;
  const scope = scopeOf(choices, filter, isOfOneTable);
  const { count, error: countError } = useCount(scope);
  const change = (changes: Partial<Choices>) => {
    if (changes.purpose !== undefined) keepPurpose(changes.purpose);
    setChoices((now) => ({ ...now, ...changes }));
  };
  useHabits(change);
  useEffect(() => {
    if (count) setChoices((now) => ({ ...now, channels: channelsFor(count, filter) }));
  }, [count, filter]);

  const rows = count && rowsOf(choices, count);
  const allowance = count && rows !== null ? allowanceOf(count, rows) : null;
  const selection = { ...selectionOf(choices, scope), ...(print && { print }) };
  const gone = count && goneOf(filter, choices, count);
  const leftOut = count && leftOutOf(choices, count);
  const { form, group, purpose, deleteWithinDays } = choices;
  const isOfGroup = form === 'participants' && !isOfOneTable;
  const names = isOfGroup
    ? t(`choices.groups.${group}`)
    : choices.tables.length > 2
      ? t('choices.tableCount', { count: choices.tables.length })
      : choices.tables.map((name) => t(`app:tables.${name}`)).join(', ');

  const requestRelease = async () => {
    setRequesting(true);
    remember(habitsOf(own));
    try {
      await call('exports.requestRelease', { selection, purpose });
      notify(t('choices.requested'));
      onClose();
    } catch (reason) {
      showError(reason);
      setRequesting(false);
    }
  };

  return (
    <ObligationsStep
      rows={rows}
      purpose={purpose}
      summary={
        rows === null
          ? t('app:loading')
          : t('choices.summary', {
              tables: names,
              rows: t(`choices.channel.${choices.channels}`, { count: rows }),
              level: t(`choices.levels.${choices.level}`),
            })
      }
      form={<FormFields choices={choices} isPrinted={print !== undefined} onChange={change} />}
      fields={
        <ChoiceFields
          choices={choices}
          count={count}
          isFiltered={Object.keys(filter).length > 0}
          isOfGroup={isOfGroup}
          isPrinted={print !== undefined}
          groupTables={scope.tables}
          onChange={change}
        />
      }
      needsRelease={
        allowance?.isSpent ? (
          <>
            {t('choices.needsRelease', { count: allowance.counts.exported, ...allowance.counts })}{' '}
            {filter.search !== undefined && t('choices.requestKept')}
          </>
        ) : null
      }
      allowance={allowance && t('choices.allowance', allowance.counts)}
      notices={[
        ...(gone ? [t('choices.selectedGone', { count: gone })] : []),
        ...(leftOut ? [t(`choices.leftOut.${leftOut.which}`, leftOut)] : []),
      ]}
      isBusy={isPreparing || isRequesting}
      error={error ?? countError}
      onPurpose={(text) => change({ purpose: text })}
      onAccept={() => {
        remember(habitsOf(own));
        onPrepare({
          selection,
          purpose,
          ...(deleteWithinDays !== null && { deleteWithinDays }),
        });
      }}
      onRequestRelease={() => void requestRelease()}
      onCancel={onClose}
    />
  );
}
