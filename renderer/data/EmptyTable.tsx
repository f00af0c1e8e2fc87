import { Button, Center } from '@mantine/core';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../preload/contract';
import { defaultDays } from '../app/default-days';
import { useNavigation } from '../app/navigation';
import { useMay } from '../app/use-may';
import { EmptyState } from '../ui/EmptyState';
import { useDataStore } from './data-store';

export function EmptyTable({ table }: { table: TableName }) {
  const { t } = useTranslation(['data', 'app']);
  const modules = useDataStore((state) => state.modules);
  const mayCollect = useMay('kiosk.start');
  const goTo = useNavigation((state) => state.goTo);
  const range = defaultDays(modules, table);
  const sentence = table === 'customers' ? 'empty.retentionCustomers' : 'empty.retention';
  const kept =
    range &&
    t(sentence, {
      days:
        range.min === range.max
          ? t('app:units.days', { count: range.max })
          : t('app:units.dayRange', { min: range.min, max: range.max }),
    });
  return (
    <Center flex={1}>
      <EmptyState
        icon={Inbox}
        title={t('empty.title')}
        action={
          mayCollect && (
            <Button variant="default" onClick={() => goTo('kiosk')}>
              {t('empty.toKiosk')}
            </Button>
          )
        }
      >
        {[t(`empty.${table}`), kept].join(' ')}
      </EmptyState>
    </Center>
  );
}
