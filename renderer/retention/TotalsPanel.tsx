import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatFullDay } from '../ui/format';
import classes from './PolicyTable.module.css';
import { useRetention } from './retention-store';
import { useModuleName } from './use-module-name';

/** What is left when rows are gone: how many there were, never whose. */
export function TotalsPanel() {
  const { t } = useTranslation(['retention', 'app']);
  const totals = useRetention((state) => state.totals) ?? [];
  const called = useModuleName();
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={760}>
        {t('totals.explanation')}
      </Text>
      {totals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('totals.none')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={720} type="native" className={classes.frame}>
          <Table fz="sm" aria-label={t('tabs.totals')}>
            <Table.Thead>
              <Table.Tr>
                {(['day', 'experience', 'module', 'table', 'rows'] as const).map((column) => (
                  <Table.Th key={column} scope="col" ta={column === 'rows' ? 'right' : undefined}>
                    {t(`totals.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {totals.map(
                ({ day, experienceName, moduleId, moduleType, moduleName, table, rows }) => (
                  <Table.Tr key={`${day} ${moduleId} ${table}`}>
                    <Table.Td>
                      <time dateTime={day}>{formatFullDay(day)}</time>
                    </Table.Td>
                    <Table.Td>{experienceName}</Table.Td>
                    <Table.Td>
                      {moduleType === null
                        ? t('totals.deletedModule')
                        : called({ moduleType, moduleName })}
                    </Table.Td>
                    <Table.Td>{t(`app:tables.${table}`)}</Table.Td>
                    <Table.Td ta="right">
                      {rows === null ? t('totals.suppressed') : t('app:count', { count: rows })}
                    </Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}
