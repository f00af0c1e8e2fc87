import { Badge, Group, Text, VisuallyHidden } from '@mantine/core';
import { MailQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Cell, ColumnView, RowView } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { formatExactInstant, formatInstant, formatSpan } from '../ui/format';
import { useNow } from '../ui/use-now';
import classes from './DataTable.module.css';
import { useDataStore } from './data-store';
import { cellWord, channelLabel } from './labels';

interface Props {
  column: ColumnView;
  row: RowView;
}

export function DataCell({ column, row }: Props) {
  const { t } = useTranslation('data');
  const cell = row.cells[column.name] ?? null;
  if (cell === null || cell === '') return <VisuallyHidden>{t('grid.noValue')}</VisuallyHidden>;
  if (column.name === 'expires_at') return <ExpiryCell expiresAt={Number(cell)} />;
  if (column.kind === 'instant') return <InstantCell ms={Number(cell)} />;

  const text = String(cell);
  if (column.name === 'channel') return <ChannelBadge channel={text} />;
  if (column.name === 'email_confirmed') return t('verified');
  if (column.name === 'module_type') return <ModuleCell type={text} />;
  if (column.name === 'event') return <EventCell event={text} type={row.cells.module_type} />;
  if (column.name === 'email' && isUnverified(row)) return <UnverifiedAddress address={text} />;
  return (
    <span className={column.technical ? classes.code : undefined} title={text}>
      {cellWord(column.name, text, t)}
    </span>
  );
}

/** Where the table says whether the address was confirmed. */
function isUnverified({ cells }: RowView): boolean {
  return 'email_confirmed' in cells && cells.email_confirmed !== 'yes';
}

/** An icon, which stays in sight where the address is cut off. */
function UnverifiedAddress({ address }: { address: string }) {
  const { t } = useTranslation('data');
  return (
    <Group gap={6} wrap="nowrap">
      <Text span inherit truncate title={address}>
        {address}
      </Text>
      <Text span c="dimmed" lh={0} title={t('unverifiedHelp')}>
        <MailQuestionMark size={14} aria-hidden />
        <VisuallyHidden>{t('unverified')}</VisuallyHidden>
      </Text>
    </Group>
  );
}

/** Rows of the preview are no participants': they stand out. */
function ChannelBadge({ channel }: { channel: string }) {
  const { t } = useTranslation('data');
  const isPreview = channel === 'preview';
  return (
    <Badge
      color={isPreview ? 'gray' : 'petrol'}
      variant={isPreview ? 'outline' : 'light'}
      style={isPreview ? { borderStyle: 'dashed' } : undefined}
    >
      {channelLabel(channel, t)}
    </Badge>
  );
}

function InstantCell({ ms }: { ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatExactInstant(ms)}>
      {formatInstant(ms)}
    </time>
  );
}

function ExpiryCell({ expiresAt }: { expiresAt: number }) {
  const { t } = useTranslation('data');
  const app = useTranslation('app');
  const remainingMs = expiresAt - useNow();
  const exact = t('exactExpiry', { date: formatExactInstant(expiresAt) });
  return (
    <time dateTime={new Date(expiresAt).toISOString()} title={exact}>
      {formatSpan(remainingMs, app.t)}
      <VisuallyHidden>. {exact}</VisuallyHidden>
    </time>
  );
}

function ModuleCell({ type }: { type: string }) {
  return <span title={type}>{useModuleTexts(type)?.name ?? type}</span>;
}

function EventCell({ event, type }: { event: string; type: Cell | undefined }) {
  return <span title={event}>{useModuleTexts(type)?.events?.[event] ?? event}</span>;
}

function useModuleTexts(type: Cell | undefined) {
  const modules = useDataStore((state) => state.modules);
  return modules.find((module) => module.type === type)?.texts[currentLanguage()];
}
