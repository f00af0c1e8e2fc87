import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ModuleDescriptor, TABLE_NAMES, type TableName } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { Section } from './Section';

interface Props {
  modules: ModuleDescriptor[];
  maxDays: number;
}

export function RetentionSection({ modules, maxDays }: Props) {
  const { t } = useTranslation(['settings', 'app']);
  const tables = TABLE_NAMES.filter((table) => modules.some((module) => daysIn(module, table)));
  return (
    <Section title={t('retention.title')}>
      <Text size="sm">
        {t('retention.max', { days: t('app:units.days', { count: maxDays }) })}{' '}
        {t('retention.defaults')}
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('retention.module')}</Table.Th>
              {tables.map((table) => (
                <Table.Th key={table} scope="col" ta="right">
                  {t(`app:tables.${table}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {modules.map((module) => (
              <ModuleRow key={module.type} module={module} tables={tables} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('retention.customers')}
      </Text>
    </Section>
  );
}

function ModuleRow({ module, tables }: { module: ModuleDescriptor; tables: TableName[] }) {
  const { t } = useTranslation(['settings', 'app']);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {module.texts[currentLanguage()].name}
      </Table.Th>
      {module.stores.length === 0 ? (
        <Table.Td colSpan={tables.length} c="dimmed">
          {t('retention.none')}
        </Table.Td>
      ) : (
        tables.map((table) => {
          const days = daysIn(module, table);
          return (
            <Table.Td key={table} ta="right">
              {days ? t('app:units.days', { count: days }) : null}
            </Table.Td>
          );
        })
      )}
    </Table.Tr>
  );
}

function daysIn({ stores }: ModuleDescriptor, table: TableName): number | undefined {
  return stores.find((rule) => rule.table === table)?.days;
}
