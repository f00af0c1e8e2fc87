import { Badge, Group, List, Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../preload/contract';
import { useMay } from '../app/use-may';
import { Disclosure } from '../ui/Disclosure';
import { Facts } from '../ui/Facts';
import { formatBytes, formatInstant } from '../ui/format';
import { useNow } from '../ui/use-now';
import { FileActions } from './FileActions';
import { purposeWords } from './purpose-words';
import { RequestActions } from './RequestActions';

interface Props {
  record: ExportRecord;
  /** Another user has released it, and this one goes on. */
  onSave: () => void;
}

/** One export: who, why, what, and what became of its file. */
export function ExportCard({ record, onSave }: Props) {
  const { t } = useTranslation(['export', 'app', 'draw']);
  const mayExport = useMay('exports.save');
  const { saved, rows, level, channels, requestedBy, decidedBy } = record;
  const purpose = purposeWords(record.purpose);
  const names = record.tables.map((name) => t(`app:tables.${name}`)).join(', ');
  const what = [
    ...(record.form === 'participants' ? [t('choices.forms.participants')] : []),
    names,
    ...(record.print ? [t(`draw:give.${record.print}`)] : []),
    ...(record.file === 'xlsx' ? [t('choices.files.xlsx')] : []),
  ].join(' · ');
  return (
    <Paper component="article" withBorder p="md" aria-label={purpose}>
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Title order={2} style={{ overflowWrap: 'anywhere' }}>
            {purpose}
          </Title>
          <StateBadge record={record} />
        </Group>
        <Facts
          facts={[
            { label: t('register.tables'), value: what },
            {
              label: t('register.rows'),
              value: [
                t('register.rowCount', { count: rows }),
                t(`choices.levels.${level}`),
                t(`register.channels.${channels}`),
                ...narrowing(record, t),
              ].join(' · '),
            },
            {
              label: t(saved ? 'register.by' : 'register.requestedBy'),
              value: t('register.byAt', {
                name: requestedBy,
                at: formatInstant(saved?.at ?? record.requestedAt),
              }),
            },
            ...(decidedBy === null ? [] : [{ label: t('register.decidedBy'), value: decidedBy }]),
            ...savedFacts(saved, t),
            { label: t('register.expires'), value: formatInstant(record.expiresAt) },
          ]}
        />
        {saved && saved.obligations.length > 0 && (
          <Disclosure label={t('register.obligations')}>
            <List size="sm">
              {saved.obligations.map((obligation) => (
                <List.Item key={obligation}>{obligation}</List.Item>
              ))}
            </List>
          </Disclosure>
        )}
        {mayExport && saved?.deletedAt === null && <FileActions record={record} />}
        {mayExport && !saved && <RequestActions record={record} onSave={onSave} />}
      </Stack>
    </Paper>
  );
}

type Translate = ReturnType<typeof useTranslation<['export', 'app']>>['t'];

function narrowing({ filter, isAccess }: ExportRecord, t: Translate): string[] {
  if (isAccess) return [t('register.access')];
  const { isSearched, selectedRows, isNarrowed } = filter;
  return [
    ...(isSearched ? [t('register.searched')] : []),
    ...(selectedRows === null ? [] : [t('register.selected')]),
    ...(isNarrowed ? [t('register.filtered')] : []),
  ];
}

function savedFacts(saved: ExportRecord['saved'], t: Translate) {
  if (!saved) return [];
  const { fileName, folder, bytes, sha256, deleteBy, deletedAt, deletedBy } = saved;
  return [
    deletedAt === null
      ? { label: t('register.deleteBy'), value: formatInstant(deleteBy) }
      : {
          label: t('register.deleted'),
          value: t('register.byAt', { name: deletedBy ?? '', at: formatInstant(deletedAt) }),
        },
    ...(fileName === null ? [] : [{ label: t('saved.file'), value: fileName }]),
    ...(folder === null ? [] : [{ label: t('saved.folder'), value: folder, isCode: true }]),
    { label: t('saved.size'), value: formatBytes(bytes) },
    { label: t('saved.sha256'), value: sha256, isCode: true },
  ];
}

function StateBadge({ record: { state, saved } }: { record: ExportRecord }) {
  const { t } = useTranslation('export');
  const now = useNow();
  const [key, color] = badgeOf();
  return (
    <Badge color={color} ml="auto" flex="none">
      {t(`register.states.${key}`)}
    </Badge>
  );

  function badgeOf() {
    if (state !== 'saved' || !saved) {
      const colors = { requested: 'gray', released: 'blue', refused: 'red', saved: 'gray' };
      return [state, colors[state]] as const;
    }
    if (saved.deletedAt !== null) return ['deleted', 'gray'] as const;
    return saved.deleteBy <= now ? (['due', 'red'] as const) : (['saved', 'blue'] as const);
  }
}
