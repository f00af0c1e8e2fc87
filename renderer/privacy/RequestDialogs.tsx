import { Checkbox, Text } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  type ErrorCode,
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
import { useErrorMessage } from '../app/errors';
import { useKept } from '../app/place';
import { DateInput } from '../ui/dates/DateInput';
import { FormDialog } from '../ui/FormDialog';
import { formatCalendarDay } from '../ui/format';
import { hintOrError } from '../ui/hint-or-error';
import { useSubmit } from '../ui/use-submit';
import { ChoiceInput } from './ChoiceInput';
import { NoteInput } from './NoteInput';
import { useRequests } from './requests-store';

interface Props {
  request: PersonRequest;
  onClose: () => void;
}

export function IdentifyDialog({ request, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const { id } = request;
  const [how, setHow] = useKept(`requests.${id}.how`, IdentityProof.nullable(), null);
  return (
    <StepDialog
      request={request}
      title={t('requests.identify.title')}
      submitLabel={t('requests.identify.save')}
      onSubmit={how && ((note) => call('requests.identify', { id, how, note }))}
      onClose={onClose}
    >
      {({ isTried }) => (
        <>
          <Text size="sm">{t('requests.identify.text')}</Text>
          <ChoiceInput
            label={t('requests.identify.how')}
            hint={t('requests.identify.howHint')}
            options={IDENTITY_PROOFS.map((value) => ({
              value,
              label: t(`requests.proofs.${value}`),
            }))}
            value={how}
            isMissing={isTried}
            onChange={setHow}
          />
        </>
      )}
    </StepDialog>
  );
}

const Extension = z.object({
  reason: ExtensionReason.nullable(),
  /** Empty where none is chosen. */
  until: z.string(),
  isTold: z.boolean(),
});
/** Those that are about the new deadline. */
const OF_DEADLINE: readonly ErrorCode[] = ['request.extension_too_long'];

export function ExtendDialog({ request, onClose }: Props) {
  const { t } = useTranslation(['privacy', 'app']);
  const { id, receivedOn, dueOn } = request;
  const latest = lastDeadline(receivedOn);
  const first = { reason: null, until: latest, isTold: false };
  const [typed, setTyped] = useKept(`requests.${id}.extension`, Extension, first);
  const { reason, until, isTold } = typed;
  const change = (changes: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...changes }));
  const isReady = isTold && until !== '' && reason !== null;
  return (
    <StepDialog
      request={request}
      title={t('requests.extend.title')}
      submitLabel={t('requests.extend.save')}
      atField={OF_DEADLINE}
      onSubmit={isReady ? (note) => call('requests.extend', { id, reason, until, note }) : null}
      onClose={onClose}
    >
      {({ isTried, refused }) => (
        <>
          <Text size="sm">{t('requests.extend.text', { date: formatCalendarDay(dueOn) })}</Text>
          <ChoiceInput
            label={t('requests.extend.reason')}
            hint={t('requests.extend.reasonHint')}
            options={EXTENSION_REASONS.map((value) => ({
              value,
              label: t(`requests.reasons.${value}`),
            }))}
            value={reason}
            isMissing={isTried}
            onChange={(chosen) => change({ reason: chosen })}
          />
          <DateInput
            label={t('requests.extend.until')}
            required
            {...hintOrError(
              t('requests.extend.latest', { date: formatCalendarDay(latest) }),
              until === '' && isTried ? t('app:dates.missing') : refused,
            )}
            value={until}
            onChange={(day) => change({ until: day })}
          />
          <Checkbox
            label={t('requests.extend.told')}
            {...(isTried && !isTold
              ? { error: t('requests.extend.toldMissing') }
              : { description: t('requests.extend.toldHint') })}
            checked={isTold}
            onChange={(event) => change({ isTold: event.currentTarget.checked })}
          />
        </>
      )}
    </StepDialog>
  );
}

interface CloseProps extends Props {
  what: RequestEnd['what'];
}

export function CloseDialog({ request, what, onClose }: CloseProps) {
  const { t } = useTranslation('privacy');
  const { id, kind } = request;
  const [ground, setGround] = useKept(`requests.${id}.ground`, RefusalGround.nullable(), null);
  const key = what === 'nothing_stored' && kind === 'erasure' ? 'nothing_stored_erasure' : what;
  const end = what === 'refused' ? ground && { what, ground } : { what };
  return (
    <StepDialog
      request={request}
      title={t(`requests.close.titles.${what}`)}
      submitLabel={t('requests.close.confirm')}
      onSubmit={end && ((note) => call('requests.close', { id, end: { ...end, note } }))}
      onClose={onClose}
    >
      {({ isTried }) => (
        <>
          <Text size="sm">{t(`requests.close.texts.${key}`)}</Text>
          {what === 'refused' && (
            <ChoiceInput
              label={t('requests.close.ground')}
              hint={t('requests.close.groundHint')}
              options={groundsFor(kind).map((value) => ({
                value,
                label: t(`requests.grounds.${value}`),
              }))}
              value={ground}
              isMissing={isTried}
              onChange={setGround}
            />
          )}
        </>
      )}
    </StepDialog>
  );
}

interface Tried {
  /** What is missing is said from then on. */
  isTried: boolean;
  /** Why main has refused it, where that is said at a field. */
  refused: string | false;
}

interface StepProps extends Props {
  title: string;
  submitLabel: string;
  /** What is said at a field when main refuses it. */
  atField?: readonly ErrorCode[];
  /** Does it, and gets the request as it is then; null as long as something is missing. */
  onSubmit: ((note: string) => Promise<PersonRequest>) | null;
  children: (tried: Tried) => ReactNode;
}

/** A step with a note. */
function StepDialog(props: StepProps) {
  const { request, title, submitLabel, atField = [], onSubmit, onClose, children } = props;
  const message = useErrorMessage();
  const show = useRequests((state) => state.show);
  const { isBusy, error, submit } = useSubmit();
  const [note, setNote] = useKept(`requests.${request.id}.note`, z.string(), '');
  const [isTried, setTried] = useState(false);
  const isAtField = error !== null && atField.includes(error.code);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (onSubmit === null || holdsPersonalData(note)) return;
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
      error={isAtField ? null : error}
      onSubmit={save}
      onClose={onClose}
    >
      {children({ isTried, refused: isAtField && message(error) })}
      <NoteInput note={note} onChange={setNote} />
    </FormDialog>
  );
}
