import { Badge, Button, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EffectiveRule, RetentionRule } from '../../preload/contract';
import { daysIn } from './answer-words';
import { daysOf, type Span } from './answers';
import classes from './PolicyTable.module.css';
import type { EditedRule } from './use-edit-rule';

interface Props {
  name: string;
  /** Of the module above it. */
  isPart?: boolean;
  rule: RetentionRule;
  /** How long entries stay that the rule is about, where it is for more than one place. */
  spans?: readonly Span[];
  /** Switched off by a rule above. */
  isOff?: boolean;
  /** What comes of all rules together, for one table of one module. */
  place?: EffectiveRule | undefined;
  rows: number;
  /** Missing where the user's role may only look. */
  onEdit: ((edited: EditedRule) => void) | undefined;
}

/** One rule: what is stored there, how long, by whose word, and how much there is now. */
export function PolicyRow({ name, isPart, rule, spans, isOff, place, rows, onEdit }: Props) {
  const { t } = useTranslation(['retention', 'app']);
  return (
    <Table.Tr className={isPart ? classes.part : classes.group}>
      <Table.Th scope="row" className={classes.name}>
        {name}
      </Table.Th>
      <Table.Td>
        <Storing rule={rule} isOff={isOff ?? false} place={place} />
      </Table.Td>
      <Table.Td>
        {place ? <PlaceKept rule={rule} place={place} /> : <Kept rule={rule} spans={spans ?? []} />}
      </Table.Td>
      <Table.Td className={classes.number}>{t('app:count', { count: rows })}</Table.Td>
      <Table.Td className={classes.action}>
        {onEdit && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('policy.changeOf', { name })}
            onClick={() => onEdit({ title: name, rule })}
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

/** A maximum or, without one, how long entries stay by the other rules. */
function Kept({ rule, spans }: { rule: RetentionRule; spans: readonly Span[] }) {
  const { t } = useTranslation(['retention', 'app']);
  const range = daysOf(spans);
  if (rule.days !== null) {
    return t('policy.atMost', { days: t('app:units.days', { count: rule.days }) });
  }
  return range ? t('policy.keptFor', { days: daysIn(range, t) }) : t('policy.none');
}

function PlaceKept({ rule, place }: { rule: RetentionRule; place: EffectiveRule }) {
  const { t } = useTranslation(['retention', 'app']);
  const why = place.cappedBy
    ? t(`policy.cappedBy.${place.cappedBy}`)
    : t(rule.days === null ? 'policy.declared' : 'policy.own');
  return (
    <>
      {t('policy.keptFor', { days: t('app:units.days', { count: place.days }) })}{' '}
      <span className={classes.why}>{why}</span>
    </>
  );
}
