import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { z } from 'zod';
import { effectiveDays, ruleFor, type Target } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { useKept } from '../../app/place';
import { useMay } from '../../app/use-may';
import { RuleDialog } from '../../retention/RuleDialog';
import { takePolicy } from '../builder-actions';
import { useBuilder } from '../builder-store';
import classes from './StoragePanel.module.css';

interface Props {
  target: Target;
  moduleName: string;
}

/** One table of the module: how long its rows are kept, how many there are, and the way to change it. */
export function StorageRule({ target, moduleName }: Props) {
  const { t } = useTranslation(['flow', 'app', 'retention']);
  const { moduleId, declaredDays } = target;
  const rows = useBuilder((state) => state.rowCounts[moduleId]?.[target.table] ?? 0);
  const rules = useBuilder((state) => state.rules);
  const { days, cappedBy, offBy } = effectiveDays(rules, target);
  const table = t(`app:tables.${target.table}`);
  const notes = [
    t('flow:storage.rows', { count: rows }),
    offBy ? t(`retention:policy.offBy.${offBy}`) : null,
    cappedBy && !offBy ? t(`retention:policy.cappedBy.${cappedBy}`) : null,
  ];
  return (
    <div className={classes.rule}>
      <div>
        <Text size="sm" className={offBy ? classes.off : undefined}>
          <Trans
            t={t}
            i18nKey="flow:storage.rule"
            count={days}
            values={{ table }}
            components={{ table: <strong /> }}
          />
        </Text>
        <Text size="xs" c="dimmed">
          {notes.filter((note) => note !== null).join(' · ')}
        </Text>
      </div>
      <ChangeButton
        title={`${moduleName}: ${table}`}
        rule={ruleFor(rules, moduleId, target.table)}
        declaredDays={declaredDays}
      />
    </div>
  );
}

interface ChangeProps {
  title: string;
  rule: ReturnType<typeof ruleFor>;
  declaredDays: number;
}

function ChangeButton({ title, rule, declaredDays }: ChangeProps) {
  const { t } = useTranslation('retention');
  const mayChange = useMay('retention.setRule');
  const part = `flow.rule.${rule.moduleId}.${rule.table}`;
  const [isOpen, setOpen] = useKept(part, z.boolean(), false);
  if (!mayChange) return null;
  const label = t('policy.changeOf', { name: title });
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={() => setOpen(true)}>
          <SlidersHorizontal size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen && (
        <RuleDialog
          title={title}
          rule={rule}
          declaredDays={declaredDays}
          onClose={() => setOpen(false)}
          onSaved={(policy) => void takePolicy(policy.rules).catch(showError)}
        />
      )}
    </>
  );
}
