import { Button, Divider, Group, Popover, Stack, Text } from '@mantine/core';
import { CalendarDays, Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/dates/DayInput';
import { formatDay } from '../ui/format';
import { useDataStore, useLayout } from './data-store';
import { withFilter } from './layout';

const PRESETS = [null, 1, 7, 30, 90];
/** The end of a day is not part of the next one. */
const DAY_END_MS = 1;

/** When rows were created: the last days, or between two dates. */
export function DateFilter() {
  const { t } = useTranslation('data');
  const { filter, days } = useLayout();
  const [isOpen, setOpen] = useState(false);
  const { from, to } = filter;
  const isRange = from !== undefined || to !== undefined;
  const day = (ms: number | undefined) => (ms === undefined ? '…' : formatDay(ms));
  const label = isRange
    ? `${day(from)} – ${day(to === undefined ? to : to - DAY_END_MS)}`
    : days === null
      ? t('filter.anyTime')
      : t('filter.days', { count: days });

  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          fw={400}
          aria-label={`${t('filter.created')}: ${label}`}
          leftSection={<CalendarDays size={15} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Presets chosen={isRange ? undefined : days} onChosen={() => setOpen(false)} />
        <Divider my="xs" />
        <Text size="xs" c="dimmed" fw={550} mb={4}>
          {t('filter.between')}
        </Text>
        <Range from={from} to={to} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface PresetsProps {
  chosen: number | null | undefined;
  onChosen: () => void;
}

function Presets({ chosen, onChosen }: PresetsProps) {
  const { t } = useTranslation('data');
  const setLayout = useDataStore((state) => state.setLayout);
  const choose = (days: number | null) => {
    setLayout((layout) => ({ ...withFilter(layout, { from: undefined, to: undefined }), days }));
    onChosen();
  };
  return (
    <Stack gap={2} role="group" aria-label={t('filter.created')}>
      {PRESETS.map((days) => (
        <Button
          key={days}
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          justify="space-between"
          fw={400}
          size="compact-sm"
          h={30}
          aria-pressed={chosen === days}
          rightSection={chosen === days && <Check size={14} aria-hidden />}
          onClick={() => choose(days)}
        >
          {days === null ? t('filter.anyTime') : t('filter.days', { count: days })}
        </Button>
      ))}
    </Stack>
  );
}

function Range({ from, to }: { from: number | undefined; to: number | undefined }) {
  const { t } = useTranslation('data');
  const setLayout = useDataStore((state) => state.setLayout);
  const between = (changes: { from?: number | undefined; to?: number | undefined }) =>
    setLayout((layout) => ({ ...withFilter(layout, changes), days: null }));
  return (
    <Group gap="xs" wrap="nowrap">
      <DayInput
        label={t('filter.from')}
        ms={from}
        onChange={(day) => between({ from: day?.startOf('day').valueOf() })}
      />
      <DayInput
        label={t('filter.to')}
        ms={to === undefined ? undefined : to - DAY_END_MS}
        onChange={(day) => between({ to: day?.add(1, 'day').startOf('day').valueOf() })}
      />
    </Group>
  );
}
