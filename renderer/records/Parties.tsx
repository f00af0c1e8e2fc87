import { ActionIcon, Autocomplete, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetails } from '../../preload/contract';
import { DateInput } from '../ui/dates/DateInput';
import classes from './Editor.module.css';
import { MAX_LINE, MAX_PARTIES } from './limits';

type Processor = ActivityDetails['processors'][number];
type Transfer = ActivityDetails['transfers'][number];

interface ProcessorsProps {
  processors: Processor[];
  onChange: (processors: Processor[]) => void;
}

/** Who processes data on one's behalf, for what and by which contract (Article 28). */
export function Processors({ processors, onChange }: ProcessorsProps) {
  const { t } = useTranslation('records');
  return (
    <PartyList
      label={t('editor.processors')}
      addLabel={t('editor.processor.add')}
      removeLabel={(number) => t('editor.processor.remove', { number })}
      rowLabel={(number) => t('editor.processor.label', { number })}
      parties={processors}
      empty={{ name: '', task: '', contractOn: null }}
      onChange={onChange}
    >
      {(processor, change) => (
        <>
          <TextInput
            label={t('editor.processor.name')}
            maxLength={MAX_LINE}
            value={processor.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <TextInput
            label={t('editor.processor.task')}
            maxLength={MAX_LINE}
            value={processor.task}
            onChange={({ currentTarget }) => change({ task: currentTarget.value })}
          />
          <DateInput
            label={t('editor.processor.contractOn')}
            value={processor.contractOn ?? ''}
            onChange={(day) => change({ contractOn: day || null })}
          />
        </>
      )}
    </PartyList>
  );
}

interface TransfersProps {
  transfers: Transfer[];
  onChange: (transfers: Transfer[]) => void;
}

/** Where data goes outside of the European Economic Area (Article 44 and after). */
export function Transfers({ transfers, onChange }: TransfersProps) {
  const { t } = useTranslation('records');
  const safeguards = (['adequacy', 'clauses', 'rules'] as const).map((name) =>
    t(`editor.safeguards.${name}`),
  );
  return (
    <PartyList
      label={t('editor.transfers')}
      description={t('editor.transfersHint')}
      addLabel={t('editor.transfer.add')}
      removeLabel={(number) => t('editor.transfer.remove', { number })}
      rowLabel={(number) => t('editor.transfer.label', { number })}
      parties={transfers}
      empty={{ country: '', safeguard: '' }}
      onChange={onChange}
    >
      {(transfer, change) => (
        <>
          <TextInput
            label={t('editor.transfer.country')}
            maxLength={MAX_LINE}
            value={transfer.country}
            onChange={({ currentTarget }) => change({ country: currentTarget.value })}
          />
          <Autocomplete
            label={t('editor.transfer.safeguard')}
            maxLength={MAX_LINE}
            data={safeguards}
            value={transfer.safeguard}
            onChange={(safeguard) => change({ safeguard })}
          />
        </>
      )}
    </PartyList>
  );
}

interface ListProps<T> {
  label: string;
  description?: string;
  addLabel: string;
  removeLabel: (number: number) => string;
  rowLabel: (number: number) => string;
  parties: readonly T[];
  empty: T;
  onChange: (parties: T[]) => void;
  children: (party: T, change: (changes: Partial<T>) => void) => ReactNode;
}

function PartyList<T>(props: ListProps<T>) {
  const { label, description, addLabel, removeLabel, rowLabel, parties, empty, onChange } = props;
  const rows = useRef<HTMLDivElement>(null);
  const focus = (index: number, what: 'input' | 'button') =>
    // Once it is there, or what stood before it is gone.
    requestAnimationFrame(() => {
      const row = rows.current?.querySelectorAll('fieldset')[index] ?? rows.current;
      const found = [...(row?.querySelectorAll<HTMLElement>(what) ?? [])].at(
        what === 'input' ? 0 : -1,
      );
      found?.focus();
    });
  const add = () => {
    onChange([...parties, empty]);
    focus(parties.length, 'input');
  };
  const remove = (index: number) => {
    onChange(parties.toSpliced(index, 1));
    focus(Math.min(index, parties.length - 2), 'button');
  };
  return (
    <Input.Wrapper label={label} labelElement="div" description={description}>
      <Stack gap="xs" mt={6} ref={rows}>
        {parties.map((party, index) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing of their own but their place
            key={index}
            className={classes.party}
            aria-label={rowLabel(index + 1)}
          >
            {props.children(party, (changes) =>
              onChange(parties.with(index, { ...party, ...changes })),
            )}
            <ActionIcon size="lg" aria-label={removeLabel(index + 1)} onClick={() => remove(index)}>
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          </fieldset>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            disabled={parties.length >= MAX_PARTIES}
            onClick={add}
          >
            {addLabel}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
