import { Badge, Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EffectiveRule, RetentionRule } from '../../preload/contract';
import classes from './PolicyTable.module.css';

/** What the dialog needs to know of the rule that it edits. */
export interface EditedRule {
  title: string;
  rule: RetentionRule;
  declaredDays?: number;
}

interface Props {
  name: string;
  /** The name where the rows above do not explain it. */
  dialogName?: string;
  level?: 'group';
  rule: RetentionRule;
  /** Switched off by a rule above. */
  isOff?: boolean;
  /** What comes of all rules together, for one table of one module. */
  place?: EffectiveRule | undefined;
  rows: number;
  /** Missing where the user's role may only look. */
  onEdit: ((edited: EditedRule) => void) | undefined;
}

/** One rule: what is stored there, how long, by whose word, and how much there is now. */
export function PolicyRow({
  name,
  dialogName = name,
  level,
  rule,
  isOff,
  place,
  rows,
  onEdit,
}: Props) {
  const { t } = useTranslation(['retention', 'app']);
  const declaredDays = place?.declaredDays;
  const edit = () =>
    onEdit?.({
      title: dialogName,
      rule,
      ...(declaredDays !== undefined && { declaredDays }),
    });
  return (
    <Table.Tr className={level === 'group' ? classes.group : classes.part}>
      <Table.Th scope="row" className={classes.name}>
        {name}
      </Table.Th>
      <Table.Td>
        <Storing rule={rule} isOff={isOff ?? false} place={place} />
      </Table.Td>
      <Table.Td>
        <Kept rule={rule} place={place} />
      </Table.Td>
      <Table.Td className={classes.number}>{t('app:count', { count: rows })}</Table.Td>
      <Table.Td className={classes.action}>
        {onEdit && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('policy.changeOf', { name: dialogName })}
            onClick={edit}
          >
            {t('policy.change')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Storing({ rule, isOff, place }: Pick<Props, 'rule' | 'place'> & { isOff: boolean }) {
  const { t } = useTranslation('retention');
  const offBy = place?.offBy;
  if (!rule.enabled) return <Badge color="red">{t('policy.off')}</Badge>;
  if (offBy) return <Badge color="red">{t(`policy.offBy.${offBy}`)}</Badge>;
  if (isOff) return <Badge color="red">{t('policy.offBy.workspace')}</Badge>;
  return <Badge>{t('policy.on')}</Badge>;
}

function Kept({ rule, place }: Pick<Props, 'rule' | 'place'>) {
  const { t } = useTranslation(['retention', 'app']);
  if (!place) {
    if (rule.days === null) return <span className={classes.why}>{t('policy.noMaximum')}</span>;
    return t('policy.atMost', { days: t('app:units.days', { count: rule.days }) });
  }
  const why = place.cappedBy
    ? t(`policy.cappedBy.${place.cappedBy}`)
    : t(rule.days === null ? 'policy.declared' : 'policy.own');
  return (
    <>
      {t('app:units.days', { count: place.days })} <span className={classes.why}>{why}</span>
    </>
  );
}
