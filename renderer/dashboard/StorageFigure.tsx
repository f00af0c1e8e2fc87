import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { formatCount } from '../ui/format';
import { Figure } from './Figure';
import { useCounts } from './use-counts';

const COLORS = { week: 'orange.6', month: 'yellow.7', later: 'petrol.5' };
const SPANS = ['week', 'month', 'later'] as const;

export function StorageFigure() {
  const { t } = useTranslation(['dashboard', 'app']);
  const { value, error, reload } = useCounts(loadStorage);
  const tables = value ?? [];
  const filled = tables.filter(({ rows }) => rows > 0);
  const sum = (count: 'rows' | 'in7Days' | 'in30Days') =>
    tables.reduce((total, table) => total + table[count], 0);
  const summary = t('storage.summary', {
    count: sum('rows'),
    in7Days: formatCount(sum('in7Days')),
    in30Days: formatCount(sum('in30Days')),
  });
  return (
    <Figure
      title={t('storage.title')}
      summary={value && summary}
      note={t('storage.note')}
      error={error}
      onRetry={reload}
      chart={
        filled.length > 0
          ? {
              data: filled.map(({ table, rows, in7Days, in30Days }) => ({
                // The bar of a small table may be too short to be seen.
                name: `${t(`app:tables.${table}`)} (${formatCount(rows)})`,
                week: in7Days,
                month: in30Days - in7Days,
                later: rows - in30Days,
              })),
              dataKey: 'name',
              series: SPANS.map((name) => ({
                name,
                label: t(`storage.spans.${name}`),
                color: COLORS[name],
              })),
              horizontal: true,
            }
          : null
      }
      table={{
        head: [t('storage.table'), t('storage.rows'), t('storage.in7Days'), t('storage.in30Days')],
        rows: tables.map(({ table, rows, in7Days, in30Days }) => ({
          key: table,
          cells: [t(`app:tables.${table}`), ...[rows, in7Days, in30Days].map(formatCount)],
        })),
      }}
    />
  );
}

const loadStorage = () => call('dashboard.storage');
