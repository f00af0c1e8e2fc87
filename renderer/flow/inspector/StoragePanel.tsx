import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { ChevronDown, Database, DatabaseZap } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ModuleDescriptor } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import classes from './StoragePanel.module.css';

interface Props {
  moduleId: string;
  stores: ModuleDescriptor['stores'];
}

/** What the module stores, where and for how long: a click on the header opens and closes it. */
export function StoragePanel({ moduleId, stores }: Props) {
  const { t } = useTranslation('flow');
  const [isOpen, { toggle }] = useDisclosure(true);
  const id = useId();
  const isOff = useBuilder((state) => state.settings?.storeData === false);
  const Icon = isOff ? DatabaseZap : Database;
  return (
    <section className={classes.panel} data-off={isOff || undefined}>
      <UnstyledButton
        className={classes.header}
        onClick={toggle}
        aria-expanded={isOpen}
        aria-controls={id}
      >
        <Icon size={16} aria-hidden />
        <span className={classes.title}>{t('storage.title')}</span>
        <span className={classes.count}>
          {isOff ? t('storage.off') : t('storage.tables', { count: stores.length })}
        </span>
        <ChevronDown size={16} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.body}>
          {isOff && stores.length > 0 && (
            <Text size="sm" className={classes.note}>
              {t('storage.offNote')}
            </Text>
          )}
          {stores.length === 0 && <Text size="sm">{t('storage.nothing')}</Text>}
          {stores.map((rule) => (
            <Rule key={rule.table} moduleId={moduleId} rule={rule} isOff={isOff} />
          ))}
        </div>
      </Collapse>
    </section>
  );
}

interface RuleProps {
  moduleId: string;
  rule: ModuleDescriptor['stores'][number];
  isOff: boolean;
}

function Rule({ moduleId, rule, isOff }: RuleProps) {
  const { t } = useTranslation(['flow', 'app']);
  const rows = useBuilder((state) => state.rowCounts[moduleId]?.[rule.table] ?? 0);
  const table = t(`app:tables.${rule.table}`);
  return (
    <div className={classes.rule} data-off={isOff || undefined}>
      <Text size="sm">
        <Trans
          t={t}
          i18nKey="flow:storage.rule"
          count={rule.days}
          values={{ table }}
          components={{ table: <strong /> }}
        />
      </Text>
      <Text size="xs" c="dimmed">
        {t('flow:storage.rows', { count: rows })}
      </Text>
    </div>
  );
}
