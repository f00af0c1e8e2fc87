import { Alert, Button, NumberInput, Stack, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { RetentionPolicyView, RetentionRule } from '../../preload/contract';
import { call } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';
import { ImpactText } from './ImpactText';
import { useImpact } from './use-impact';

const MAX_DAYS = 36_500;
const Entered = z.object({ enabled: z.boolean(), days: z.union([z.number(), z.string()]) });

interface Props {
  title: string;
  /** As it is set now. */
  rule: RetentionRule;
  /** What the module declares, where the rule is for exactly one of its tables. */
  declaredDays?: number;
  onClose: () => void;
  onSaved: (policy: RetentionPolicyView) => void;
}

/** Edits a rule of the policy; what that does to stored rows is shown before it can be confirmed. */
export function RuleDialog({ title, rule, declaredDays, onClose, onSaved }: Props) {
  const { t } = useTranslation(['retention', 'app']);
  const message = useErrorMessage();
  const [{ enabled, days }, setEntered] = useKept('retention.rule', Entered, {
    enabled: rule.enabled,
    days: rule.days ?? '',
  });
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const next = nextRule(rule, enabled, days);
  const isChanged = next !== null && (next.enabled !== rule.enabled || next.days !== rule.days);
  const { impact, error, recount } = useImpact(isChanged ? next : null);
  const problem = failure ?? error;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!next || !impact) return;
    setSaving(true);
    try {
      const confirmedRows = impact.affected;
      const policy = await call('retention.setRule', { rule: next, confirmedRows });
      notify(t('rule.saved', { count: impact.affected }));
      onSaved(policy);
      onClose();
    } catch (thrown) {
      setFailure(thrown);
      setSaving(false);
      recount();
    }
  };

  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => void save(event)}>
        <Stack gap="md">
          <Switch
            label={t('rule.store')}
            checked={enabled}
            onChange={({ currentTarget: { checked } }) =>
              setEntered((now) => ({ ...now, enabled: checked }))
            }
          />
          <NumberInput
            data-autofocus
            label={t(declaredDays === undefined ? 'rule.maxDays' : 'rule.days')}
            description={
              declaredDays === undefined
                ? !isWorkspace(rule) && t('rule.emptyMax')
                : t('rule.emptyDeclared', { days: t('app:units.days', { count: declaredDays }) })
            }
            min={1}
            max={MAX_DAYS}
            allowDecimal={false}
            value={days}
            onChange={(value) => setEntered((now) => ({ ...now, days: value }))}
            error={next === null && t('rule.daysMissing', { max: MAX_DAYS })}
          />
          {problem !== null && <Alert color="red">{message(problem)}</Alert>}
          {isChanged && (
            <ImpactText before={rule} after={next} impact={impact} declaredDays={declaredDays} />
          )}
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button
              type="submit"
              color={impact?.affected ? 'red' : 'petrol'}
              disabled={!isChanged || !impact}
              loading={isSaving}
            >
              {t('rule.apply', { count: impact?.affected ?? 0 })}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Null while what is entered is no rule: only the workspace's needs days. */
function nextRule(
  rule: RetentionRule,
  enabled: boolean,
  entered: number | string,
): RetentionRule | null {
  if (entered === '') return isWorkspace(rule) ? null : { ...rule, enabled, days: null };
  const days = Number(entered);
  const isValid = Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;
  return isValid ? { ...rule, enabled, days } : null;
}

const isWorkspace = ({ moduleId, table }: RetentionRule): boolean =>
  moduleId === null && table === null;
