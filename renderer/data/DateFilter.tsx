import { Button, Group, Menu } from '@mantine/core';
import { CalendarDays, Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../ui/DayInput';
import { formatDay } from '../ui/format';
import { useDataStore, useLayout } from './data-store';
import { withFilter } from './layout';

const PRESETS = [1, 7, 30, 90];
const DAY_END_MS = 1;

/** When rows were created: the last days, or between two dates. */
export function DateFilter() {
  const { t } = useTranslation('data');
  const { filter, days } = useLayout();
  const setLayout = useDataStore((state) => state.setLayout);
  const [isOpen, setOpen] = useState(false);
  const { from, to } = filter;
  const isRange = from !== undefined || to !== undefined;
  const choose = (next: number | null) =>
    setLayout((before) => ({
      ...withFilter(before, { from: undefined, to: undefined }),
      days: next,
    }));
  const between = (changes: { from?: number | undefined; to?: number | undefined }) =>
    setLayout((before) => ({ ...withFilter(before, changes), days: null }));
  const label = isRange
    ? [from && formatDay(from), to && formatDay(to - DAY_END_MS)]
        .map((day) => day ?? '…')
        .join(' – ')
    : preset(days);

  function preset(of: number | null): string {
    return of === null ? t('filter.anyTime') : t('filter.days', { count: of });
  }

  return (
    <Menu opened={isOpen} onChange={setOpen} closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          fw={400}
          aria-label={`${t('filter.created')}: ${label}`}
          leftSection={<CalendarDays size={15} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[null, ...PRESETS].map((of) => (
          <Menu.Item
            key={of}
            rightSection={!isRange && days === of && <Check size={14} aria-hidden />}
            onClick={() => {
              choose(of);
              setOpen(false);
            }}
          >
            {preset(of)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('filter.between')}</Menu.Label>
        <Group gap="xs" p="xs" pt={0} wrap="nowrap">
          <DayInput
            label={t('filter.from')}
            ms={from}
            onChange={(day) => between({ from: day?.startOf('day').valueOf() })}
          />
          <DayInput
            label={t('filter.to')}
            // The end of the day is not part of the next one.
            ms={to === undefined ? undefined : to - DAY_END_MS}
            onChange={(day) => between({ to: day?.add(1, 'day').startOf('day').valueOf() })}
          />
        </Group>
      </Menu.Dropdown>
    </Menu>
  );
}
