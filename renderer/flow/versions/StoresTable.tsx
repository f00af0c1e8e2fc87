import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { effectiveDays, isWritten, TABLE_NAMES, type TableName } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';

interface Stored {
  table: TableName;
  /** Longest of the modules that write it. */
  days: number;
  modules: string[];
}

/** What the experience will store, for how long, and which modules write it. */
export function StoresTable() {
  const { t } = useTranslation(['flow', 'app']);
  const stored = useStored();
  if (stored.length === 0) {
    return (
      <Text size="sm" mt="xs">
        {t('flow:publish.storesNothing')}
      </Text>
    );
  }
  return (
    <Table mt="sm" verticalSpacing={4} aria-label={t('flow:publish.stores')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('flow:publish.stores')}</Table.Th>
          <Table.Th>{t('flow:publish.days')}</Table.Th>
          <Table.Th>{t('flow:publish.writtenBy')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {stored.map(({ table, days, modules }) => (
          <Table.Tr key={table}>
            <Table.Td>{t(`app:tables.${table}`)}</Table.Td>
            <Table.Td>{t('app:units.days', { count: days })}</Table.Td>
            <Table.Td>{modules.join(', ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function useStored(): Stored[] {
  const language = useLanguage();
  const modules = useDraft(({ graph }) => graph.modules);
  const catalogue = useBuilder((state) => state.catalogue);
  const rules = useBuilder((state) => state.rules);
  return useMemo(() => {
    const byTable = new Map<TableName, { days: number; names: Set<string> }>();
    for (const { id: moduleId, type, settings } of modules) {
      for (const { table, days: declaredDays, onlyWhen } of catalogue.get(type)?.stores ?? []) {
        if (!isWritten(onlyWhen, settings)) continue;
        const { days, offBy } = effectiveDays(rules, { moduleId, table, declaredDays });
        if (offBy !== null) continue;
        const known = byTable.get(table) ?? { days: 0, names: new Set() };
        known.names.add(nameOf(catalogue, type, language));
        byTable.set(table, { ...known, days: Math.max(known.days, days) });
      }
    }
    return TABLE_NAMES.flatMap((table) => {
      const found = byTable.get(table);
      return found ? [{ table, days: found.days, modules: [...found.names] }] : [];
    });
  }, [modules, catalogue, rules, language]);
}
