import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { ChevronDown, Database, DatabaseZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { effectiveDays, type ModuleDescriptor } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import classes from './StoragePanel.module.css';
import { StorageRule } from './StorageRule';

interface Props {
  moduleId: string;
  moduleName: string;
  stores: ModuleDescriptor['stores'];
}

/** What the module stores, where and for how long: a click on the header opens and closes it. */
export function StoragePanel({ moduleId, moduleName, stores }: Props) {
  const { t } = useTranslation('flow');
  const [isOpen, { toggle }] = useDisclosure(true);
  const id = useId();
  const rules = useBuilder((state) => state.rules);
  const targets = stores.map(({ table, days }) => ({ moduleId, table, declaredDays: days }));
  const levels = targets.map((target) => effectiveDays(rules, target).offBy);
  const isOff = targets.length > 0 && !levels.includes(null);
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
          {levels[0] === 'workspace' && (
            <Text size="sm" className={classes.note}>
              {t('storage.offNote')}
            </Text>
          )}
          {stores.length === 0 && <Text size="sm">{t('storage.nothing')}</Text>}
          {targets.map((target) => (
            <StorageRule key={target.table} target={target} moduleName={moduleName} />
          ))}
        </div>
      </Collapse>
    </section>
  );
}
