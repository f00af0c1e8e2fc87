import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useId, useMediaQuery } from '@mantine/hooks';
import { ChevronDown, Database, DatabaseZap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { effectiveDays, type ModuleDescriptor } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import classes from './StoragePanel.module.css';
import { StorageRule } from './StorageRule';
import { useFold } from './use-fold';

interface Props {
  moduleId: string;
  moduleName: string;
  stores: ModuleDescriptor['stores'];
}

/**
 * What the module stores, where and for how long: a click on the header opens and closes it. In a low window
 * it is closed at first, as the settings would be out of sight.
 */
export function StoragePanel({ moduleId, moduleName, stores }: Props) {
  const { t } = useTranslation('flow');
  const isLow = useMediaQuery('(max-height: 760px)', false, { getInitialValueInEffect: false });
  const [isOpen, setOpen] = useFold(!isLow, false);
  const id = useId();
  const rules = useBuilder((state) => state.rules);
  const targets = stores.map(({ table, days }) => ({ moduleId, table, declaredDays: days }));
  const effective = targets.map((target) => effectiveDays(rules, target));
  const levels = effective.map(({ offBy }) => offBy);
  const isOff = targets.length > 0 && !levels.includes(null);
  const Icon = isOff ? DatabaseZap : Database;
  const summary = () => {
    if (isOff) return t('storage.off');
    if (isOpen) return t('storage.tables', { count: stores.length });
    const stored = effective.filter(({ offBy }) => offBy === null);
    return t('storage.longest', { count: Math.max(...stored.map(({ days }) => days)) });
  };
  if (stores.length === 0) {
    return (
      <div className={classes.panel}>
        <div className={classes.header}>
          <Icon size={16} aria-hidden />
          <span className={classes.title}>{t('storage.title')}</span>
          <span className={classes.count}>{t('storage.tables', { count: 0 })}</span>
        </div>
      </div>
    );
  }
  return (
    <section className={classes.panel} data-off={isOff || undefined}>
      <UnstyledButton
        className={classes.header}
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={id}
      >
        <Icon size={16} aria-hidden />
        <span className={classes.title}>{t('storage.title')}</span>
        <span className={classes.count}>{summary()}</span>
        <ChevronDown size={16} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <div className={classes.body}>
          {levels[0] === 'workspace' && (
            <Text size="sm" className={classes.note}>
              {t('storage.offNote')}
            </Text>
          )}
          {targets.map((target) => (
            <StorageRule key={target.table} target={target} moduleName={moduleName} />
          ))}
        </div>
      </Collapse>
    </section>
  );
}
