import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EXTENSION_REASONS,
  ExtensionReason,
  groundsFor,
  holdsPersonalData,
  IDENTITY_PROOFS,
  IdentityProof,
  lastDeadline,
  type PersonRequest,
  RefusalGround,
  type RequestEnd,
} from '../../preload/contract';
import { call } from '../app/client';
import { DateInput } from '../ui/dates/DateInput';
import { FormDialog } from '../ui/FormDialog';
import { formatCalendarDay } from '../ui/format';
import { useSubmit } from '../ui/use-submit';
import { NoteInput } from './NoteInput';
import { useRequests } from './requests-store';

interface Props {
  request: PersonRequest;
  onClose: () => void;
}

export function IdentifyDialog({ request: { id }, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const [how, setHow] = useState<IdentityProof>('known_address');
  return (
    <StepDialog
      title={t('requests.identify.title')}
      submitLabel={t('requests.identify.save')}
      onSubmit={(note) => call('requests.identify', { id, how, note })}
      onClose={onClose}
    >
      <Text size="sm">{t('requests.identify.text')}</Text>
      <NativeSelect
        data-autofocus
        label={t('requests.identify.how')}
        data={IDENTITY_PROOFS.map((value) => ({ value, label: t(`requests.proofs.${value}`) }))}
        value={how}
        onChange={(event) => setHow(IdentityProof.parse(event.currentTarget.value))}
      />
    </StepDialog>
  );
}

export function ExtendDialog({ request: { id, receivedOn, dueOn }, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const latest = lastDeadline(receivedOn);
  const [reason, setReason] = useState<ExtensionReason>('complex');
  const [until, setUntil] = useState<string | null>(latest);
  const [isTold, setTold] = useState(false);
  const [isMissing, setMissing] = useState(false);
  return (
    <StepDialog
      title={t('requests.extend.title')}
      submitLabel={t('requests.extend.save')}
      isReady={isTold && until !== null}
      onIncomplete={() => setMissing(true)}
      onSubmit={(note) => call('requests.extend', { id, reason, until: until ?? latest, note })}
      onClose={onClose}
    >
      <Text size="sm">{t('requests.extend.text', { date: formatCalendarDay(dueOn) })}</Text>
      <NativeSelect
        data-autofocus
        label={t('requests.extend.reason')}
        data={EXTENSION_REASONS.map((value) => ({ value, label: t(`requests.reasons.${value}`) }))}
        value={reason}
        onChange={(event) => setReason(ExtensionReason.parse(event.currentTarget.value))}
      />
      <div>
        <DateInput
          label={t('requests.extend.until')}
          value={until ?? ''}
          onChange={(day) => setUntil(day || null)}
        />
        <Text size="xs" c="dimmed" mt={4}>
          {t('requests.extend.latest', { date: formatCalendarDay(latest) })}
        </Text>
      </div>
      <Checkbox
        label={t('requests.extend.told')}
        error={isMissing && !isTold}
        checked={isTold}
        onChange={(event) => setTold(event.currentTarget.checked)}
      />
    </StepDialog>
  );
}

interface CloseProps extends Props {
  what: RequestEnd['what'];
}

export function CloseDialog({ request: { id, kind }, what, onClose }: CloseProps) {
  const { t } = useTranslation('privacy');
  const grounds = groundsFor(kind);
  const [ground, setGround] = useState<RefusalGround>(grounds[0] ?? 'other');
  const key = what === 'nothing_stored' && kind === 'erasure' ? 'nothing_stored_erasure' : what;
  return (
    <StepDialog
      title={t(`requests.close.titles.${what}`)}
      submitLabel={t('requests.close.confirm')}
      onSubmit={(note) => {
        const end = what === 'refused' ? { what, ground, note } : { what, note };
        return call('requests.close', { id, end });
      }}
      onClose={onClose}
    >
      <Text size="sm">{t(`requests.close.texts.${key}`)}</Text>
      {what === 'refused' && (
        <NativeSelect
          data-autofocus
          label={t('requests.close.ground')}
          data={grounds.map((value) => ({ value, label: t(`requests.grounds.${value}`) }))}
          value={ground}
          onChange={(event) => setGround(RefusalGround.parse(event.currentTarget.value))}
        />
      )}
    </StepDialog>
  );
}

interface StepProps {
  title: string;
  submitLabel: string;
  isReady?: boolean;
  /** It was to be done before that. */
  onIncomplete?: () => void;
  /** Does it, and gets the request as it is then. */
  onSubmit: (note: string) => Promise<PersonRequest>;
  onClose: () => void;
  children: ReactNode;
}

/** A step with a note. */
function StepDialog(props: StepProps) {
  const { title, submitLabel, isReady = true, onIncomplete, onSubmit, onClose, children } = props;
  const show = useRequests((state) => state.show);
  const { isBusy, error, submit } = useSubmit();
  const [note, setNote] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) onIncomplete?.();
    if (!isReady || holdsPersonalData(note)) return;
    void submit(async () => {
      show(await onSubmit(note));
      onClose();
    });
  };
  return (
    <FormDialog
      title={title}
      submitLabel={submitLabel}
      isBusy={isBusy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      {children}
      <NoteInput note={note} onChange={setNote} />
    </FormDialog>
  );
}
