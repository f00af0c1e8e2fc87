import { NativeSelect, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  dayOf,
  type ErrorCode,
  firstDeadline,
  holdsPersonalData,
  REQUEST_KINDS,
  REQUEST_WAYS,
  RequestKind,
  RequestWay,
} from '../../preload/contract';
import { call } from '../app/client';
import { useErrorMessage } from '../app/errors';
import { useKept } from '../app/place';
import { DateInput } from '../ui/dates/DateInput';
import { FormDialog } from '../ui/FormDialog';
import { formatCalendarDay } from '../ui/format';
import { hintOrError } from '../ui/hint-or-error';
import { useSubmit } from '../ui/use-submit';
import { NoteInput } from './NoteInput';
import { useRequests } from './requests-store';

interface Props {
  /** With which it begins. */
  email: string;
  onClose: () => void;
}

const Typed = z.object({
  kind: RequestKind,
  email: z.string(),
  /** Empty where none is chosen. */
  receivedOn: z.string(),
  way: RequestWay,
  note: z.string(),
});
type Typed = z.infer<typeof Typed>;
/** Said at its field; everything else is said above all of them. */
const OF_DAY: readonly ErrorCode[] = ['request.in_future', 'request.too_old'];
const OF_FIELDS: readonly ErrorCode[] = ['request.not_an_address', ...OF_DAY];

/** What somebody asks for, when it came and how. */
export function NewRequestDialog({ email: known, onClose }: Props) {
  const { t } = useTranslation(['privacy', 'app']);
  const message = useErrorMessage();
  const show = useRequests((state) => state.show);
  const { isBusy, error, submit } = useSubmit();
  const [typed, setTyped] = useKept<Typed>('requests.new', Typed, () => ({
    kind: 'access',
    email: known,
    receivedOn: dayOf(Date.now()),
    way: 'email',
    note: '',
  }));
  const { kind, email, receivedOn, way, note } = typed;
  const change = (changes: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...changes }));
  const [isTried, setTried] = useState(false);
  const isNobody = email.trim() === '';

  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isNobody || receivedOn === '' || holdsPersonalData(note)) return;
    void submit(async () => {
      show(await call('requests.enter', typed));
      onClose();
    });
  };
  const refusal = (...codes: ErrorCode[]) =>
    error !== null && codes.includes(error.code) && message(error);

  return (
    <FormDialog
      title={t('requests.new.action')}
      submitLabel={t('requests.new.save')}
      isBusy={isBusy}
      error={error && OF_FIELDS.includes(error.code) ? null : error}
      onSubmit={save}
      onClose={onClose}
    >
      <Radio.Group
        label={t('requests.new.kind')}
        value={kind}
        onChange={(value) => change({ kind: RequestKind.parse(value) })}
      >
        <Stack gap={6} mt={6}>
          {REQUEST_KINDS.map((value) => (
            <Radio key={value} value={value} label={t(`requests.kindsLong.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('requests.new.email')}
        maxLength={1_000}
        spellCheck={false}
        autoComplete="off"
        required
        {...hintOrError(
          t('requests.new.emailHint'),
          isTried && isNobody ? t('requests.new.emailMissing') : refusal('request.not_an_address'),
        )}
        value={email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <SimpleGrid cols={2}>
        <DateInput
          label={t('requests.new.received')}
          required
          {...hintOrError(
            receivedOn === ''
              ? t('requests.new.dueLater')
              : t('requests.new.due', { date: formatCalendarDay(firstDeadline(receivedOn)) }),
            isTried && receivedOn === '' ? t('app:dates.missing') : refusal(...OF_DAY),
          )}
          value={receivedOn}
          onChange={(day) => change({ receivedOn: day })}
        />
        <NativeSelect
          label={t('requests.new.way')}
          {...hintOrError(t('requests.new.wayHint'), false)}
          data={REQUEST_WAYS.map((value) => ({ value, label: t(`requests.ways.${value}`) }))}
          value={way}
          onChange={(event) => change({ way: RequestWay.parse(event.currentTarget.value) })}
        />
      </SimpleGrid>
      <NoteInput note={note} onChange={(written) => change({ note: written })} />
    </FormDialog>
  );
}
