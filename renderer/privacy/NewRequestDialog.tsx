import { NativeSelect, Radio, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dayOf,
  firstDeadline,
  holdsPersonalData,
  type IsoDay,
  REQUEST_KINDS,
  REQUEST_WAYS,
  RequestKind,
  RequestWay,
} from '../../preload/contract';
import { call } from '../app/client';
import { DateInput } from '../ui/dates/DateInput';
import { FormDialog } from '../ui/FormDialog';
import { formatCalendarDay } from '../ui/format';
import { useSubmit } from '../ui/use-submit';
import { NoteInput } from './NoteInput';
import { useRequests } from './requests-store';

interface Props {
  /** With which it begins. */
  email: string;
  onClose: () => void;
}

/** What somebody asks for, when it came and how. */
export function NewRequestDialog({ email: known, onClose }: Props) {
  const { t } = useTranslation('privacy');
  const show = useRequests((state) => state.show);
  const { isBusy, error, submit } = useSubmit();
  const [kind, setKind] = useState<RequestKind>('access');
  const [email, setEmail] = useState(known);
  const [receivedOn, setReceivedOn] = useState<IsoDay | null>(() => dayOf(Date.now()));
  const [way, setWay] = useState<RequestWay>('email');
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);

  const save = (event: FormEvent) => {
    event.preventDefault();
    setMissing(email.trim() === '');
    if (email.trim() === '' || receivedOn === null || holdsPersonalData(note)) return;
    void submit(async () => {
      show(await call('requests.enter', { kind, email, receivedOn, way, note }));
      onClose();
    });
  };

  return (
    <FormDialog
      title={t('requests.new.action')}
      submitLabel={t('requests.new.save')}
      isBusy={isBusy}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <Radio.Group
        label={t('requests.new.kind')}
        value={kind}
        onChange={(value) => setKind(RequestKind.parse(value))}
      >
        <Stack gap={6} mt={6}>
          {REQUEST_KINDS.map((value) => (
            <Radio key={value} value={value} label={t(`requests.kindsLong.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        data-autofocus
        label={t('requests.new.email')}
        description={t('requests.new.emailHint')}
        maxLength={1_000}
        spellCheck={false}
        autoComplete="off"
        required
        error={isMissing && email.trim() === ''}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <SimpleGrid cols={2}>
        <DateInput
          label={t('requests.new.received')}
          value={receivedOn ?? ''}
          onChange={(day) => setReceivedOn(day || null)}
        />
        <NativeSelect
          label={t('requests.new.way')}
          data={REQUEST_WAYS.map((value) => ({ value, label: t(`requests.ways.${value}`) }))}
          value={way}
          onChange={(event) => setWay(RequestWay.parse(event.currentTarget.value))}
        />
      </SimpleGrid>
      {receivedOn !== null && (
        <Text size="sm" c="dimmed">
          {t('requests.new.due', { date: formatCalendarDay(firstDeadline(receivedOn)) })}
        </Text>
      )}
      <NoteInput note={note} onChange={setNote} />
    </FormDialog>
  );
}
