import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type FollowUpStep, NOTIFIED_HOW, NotifiedHow } from '../../preload/contract';
import { call } from '../app/client';
import { notify } from '../app/notify';
import { useKept } from '../app/place';
import { DateInput } from '../ui/dates/DateInput';
import { today } from '../ui/dates/today';
import { FormDialog } from '../ui/FormDialog';
import { useSubmit } from '../ui/use-submit';

interface Props {
  drawId: string;
  step: FollowUpStep;
  ranks: number[];
  onDone: () => void;
  onClose: () => void;
}

/** When it happened, and how somebody was notified. */
export function StepDialog({ drawId, step, ranks, onDone, onClose }: Props) {
  const { t } = useTranslation(['draw', 'app']);
  const { isBusy, error, submit } = useSubmit();
  const [on, setOn] = useKept(`draws.${drawId}.on`, z.string(), today);
  const [how, setHow] = useKept(`draws.${drawId}.how`, NotifiedHow, 'email');
  const count = ranks.length;
  const enter = () =>
    submit(async () => {
      const entry = step === 'notified' ? { step, on, how } : { step, on };
      await call('draws.followUp', { id: drawId, ranks, entry });
      notify(t('followUp.entered', { count }));
      onDone();
      onClose();
    });
  return (
    <FormDialog
      title={t(`followUp.titles.${step}`, { count })}
      submitLabel={t('followUp.enter')}
      isBusy={isBusy}
      error={error}
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== '') void enter();
      }}
      onClose={onClose}
    >
      {step === 'notified' && (
        <NativeSelect
          data-autofocus
          label={t('followUp.how.label')}
          data={NOTIFIED_HOW.map((value) => ({ value, label: t(`followUp.how.${value}`) }))}
          value={how}
          onChange={({ currentTarget }) => setHow(NotifiedHow.parse(currentTarget.value))}
        />
      )}
      <DateInput
        label={t('followUp.day')}
        required
        error={on === '' && t('app:dates.missing')}
        value={on}
        onChange={setOn}
      />
    </FormDialog>
  );
}
