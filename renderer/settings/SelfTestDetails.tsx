import { Code, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageSelfTest } from '../../preload/contract';

export function SelfTestDetails({ report }: { report: StorageSelfTest }) {
  const { t } = useTranslation(['settings', 'app']);
  const count = (value: number) => t('app:count', { count: value });
  const head = ['selfTest.withheld', 'selfTest.before', 'selfTest.after'] as const;
  return (
    <Stack gap="lg">
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('selfTest.switch')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('selfTest.withheld')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.switches.map((each) => (
            <Table.Tr key={`${each.experienceName} ${each.module} ${each.table}`}>
              <Table.Th scope="row" fw={500}>
                <SwitchName {...each} />
              </Table.Th>
              <Table.Td ta="right">
                {each.withheld > 0 ? count(each.withheld) : t('selfTest.notTried')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('selfTest.table')}</Table.Th>
            {head.map((key) => (
              <Table.Th key={key} scope="col" ta="right">
                {t(key)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.tables.map(({ table, withheld, before, after }) => (
            <Table.Tr key={table}>
              <Table.Th scope="row" fw={500}>
                {t(`app:tables.${table}`)}
              </Table.Th>
              <Table.Td ta="right">{count(withheld)}</Table.Td>
              <Table.Td ta="right">{count(before)}</Table.Td>
              <Table.Td ta="right" fw={after === before ? undefined : 700}>
                {count(after)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('selfTest.file')}</Table.Th>
            <Table.Th scope="col">{t('selfTest.sha256')}</Table.Th>
            <Table.Th scope="col">{t('selfTest.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.files.map(({ name, sha256, changed }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td>
                <Hash>{sha256 ?? '–'}</Hash>
              </Table.Td>
              <Table.Td fw={changed ? 700 : undefined}>
                {t(changed ? 'selfTest.changed' : 'selfTest.same')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function SwitchName({ table, module, experienceName }: StorageSelfTest['switches'][number]) {
  const { t } = useTranslation(['settings', 'app']);
  const tableName = table && t('selfTest.switchTable', { table: t(`app:tables.${table}`) });
  if (module === null) return tableName ?? t('selfTest.switchWorkspace');
  const moduleName = t('selfTest.switchModule', { module, experience: experienceName ?? '' });
  return tableName ? `${moduleName}, ${tableName}` : moduleName;
}

const Hash = ({ children }: { children: ReactNode }) => (
  <Code style={{ overflowWrap: 'anywhere' }}>{children}</Code>
);
