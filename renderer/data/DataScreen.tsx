import { Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TableName } from '../../preload/contract';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import classes from './DataScreen.module.css';
import { DataSkeleton } from './DataSkeleton';
import { useDataStore, useOpenTable } from './data-store';
import { StorageOffBanner } from './StorageOffBanner';
import { TablePanel } from './TablePanel';
import { useFreshData } from './use-fresh-data';

export function DataScreen() {
  const { t } = useTranslation(['data', 'app']);
  const { tables, storeData, error, open, select } = useDataStore();
  const table = useOpenTable();
  useFreshData();

  if (!tables || !table) {
    return (
      <Page width="fills" title={t('title')}>
        {error ? (
          <Pending title={t('loadFailed')} error={error} onRetry={() => void open()} />
        ) : (
          <DataSkeleton />
        )}
      </Page>
    );
  }

  return (
    <Page width="fills" title={t('title')}>
      {!storeData && <StorageOffBanner />}
      <Tabs
        variant="pills"
        value={table.name}
        onChange={(name) => void select(TableName.parse(name))}
        classNames={{
          root: classes.tabs,
          list: classes.list,
          tab: classes.tab,
          panel: classes.panel,
        }}
      >
        <Tabs.List aria-label={t('tabs')}>
          {tables.map(({ name, rows }) => (
            <Tabs.Tab key={name} value={name}>
              {t(`app:tables.${name}`)}
              <Text span c="dimmed" size="xs" ml={6} className={classes.count}>
                {t('app:count', { count: rows })}
              </Text>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={table.name}>
          <TablePanel key={table.name} table={table} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
