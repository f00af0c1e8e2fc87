import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TableErasure } from '../../preload/contract';

export function ErasureTable({ tables }: { tables: readonly TableErasure[] }) {
  const { t } = useTranslation(['privacy', 'app']);
  const number = (count: number) => t('app:count', { count });
  const sum = (of: 'erased' | 'held') => tables.reduce((total, each) => total + each[of], 0);
  const isHeld = sum('held') > 0;
  return (
    <Table verticalSpacing={6} tabularNums>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('erase.table')}</Table.Th>
          <Table.Th ta="right">{t('erase.erased')}</Table.Th>
          {isHeld && <Table.Th ta="right">{t('erase.held')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tables.map(({ table, erased, held }) => (
          <Table.Tr key={table}>
            <Table.Td>{t(`app:tables.${table}`)}</Table.Td>
            <Table.Td ta="right">{number(erased)}</Table.Td>
            {isHeld && <Table.Td ta="right">{number(held)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t('erase.total')}</Table.Th>
          <Table.Th ta="right">{number(sum('erased'))}</Table.Th>
          {isHeld && <Table.Th ta="right">{number(sum('held'))}</Table.Th>}
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
