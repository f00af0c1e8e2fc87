import { Alert, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { Copy } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, Certificate, ErasurePreview, PersonSubject } from '../../preload/contract';
import { call } from '../app/client';
import { showError, toAppError, useErrorMessage } from '../app/errors';
import { currentLanguage } from '../app/i18n';
import { Dialog } from '../ui/Dialog';
import { DialogFoot } from '../ui/DialogFoot';
import { CertificateView } from './CertificateView';
import { ErasureTable } from './ErasureTable';
import { OutsideList } from './OutsideList';

interface Props {
  subject: PersonSubject;
  /** What is typed to confirm: the address, or by a request the reference where that is masked. */
  typed: string;
  /** Null where it is masked. */
  email: string | null;
  onClose: () => void;
}

/** What goes, the typed confirmation, and the certificate. */
export function EraseDialog({ subject, typed, email, onClose }: Props) {
  const { t } = useTranslation(['privacy', 'app']);
  const message = useErrorMessage();
  const [preview, setPreview] = useState<ErasurePreview | null>(null);
  const [certificate, setCertificate] = useState<Certificate | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [isErasing, setErasing] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: of one person, counted once
  useEffect(() => {
    call('privacy.previewErasure', subject)
      .then(setPreview)
      .catch((reason) => setError(toAppError(reason)));
  }, []);

  const erase = async () => {
    setErasing(true);
    setError(null);
    try {
      setCertificate(await call('privacy.erase', subject));
    } catch (reason) {
      setError(toAppError(reason));
    } finally {
      setErasing(false);
    }
  };

  return (
    <Dialog
      size={600}
      onClose={onClose}
      closeOnClickOutside={!isErasing && !certificate}
      closeOnEscape={!isErasing}
      title={t(certificate ? 'done.title' : 'erase.title')}
      closeButtonProps={{ disabled: isErasing }}
    >
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {certificate ? (
          <Done certificate={certificate} preview={preview} email={email} onClose={onClose} />
        ) : preview ? (
          <Preview
            expected={typed}
            preview={preview}
            isErasing={isErasing}
            onErase={() => void erase()}
            onCancel={onClose}
          />
        ) : (
          !error && (
            <Group gap="sm" role="status">
              <Loader size="sm" />
              <Text size="sm">{t('erase.loading')}</Text>
            </Group>
          )
        )}
      </Stack>
    </Dialog>
  );
}

interface PreviewProps {
  expected: string;
  preview: ErasurePreview;
  isErasing: boolean;
  onErase: () => void;
  onCancel: () => void;
}

function Preview({ expected, preview, isErasing, onErase, onCancel }: PreviewProps) {
  const { t } = useTranslation(['privacy', 'app']);
  const [typed, setTyped] = useState('');
  const { tables, hold, openAccess } = preview;
  const erased = tables.reduce((sum, each) => sum + each.erased, 0);
  const held = tables.reduce((sum, each) => sum + each.held, 0);
  const comparable = (text: string) => text.normalize('NFC').trim().toLowerCase();
  const isConfirmed = comparable(typed) === comparable(expected) && erased > 0 && !hold;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) onErase();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        {hold ? (
          <Alert color="orange">{t(`hold.${hold}`)}</Alert>
        ) : (
          <Text size="sm">{t('erase.goes', { count: erased })}</Text>
        )}
        {openAccess > 0 && (
          <Alert color="orange" py="xs">
            {t('erase.openAccess', { count: openAccess })}
          </Alert>
        )}
        <ErasureTable tables={tables} />
        {held > 0 && !hold && <Text size="sm">{t('erase.stays', { count: held })}</Text>}
        <OutsideList preview={preview} />
        {!hold && (
          <TextInput
            data-autofocus
            label={t('erase.type', { email: expected })}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            disabled={isErasing}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <DialogFoot>
          {isErasing && (
            <Text size="sm" c="dimmed" role="status" mr="auto">
              {t('erase.erasing')}
            </Text>
          )}
          <Button variant="default" disabled={isErasing} onClick={onCancel}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!isConfirmed} loading={isErasing}>
            {t('erase.confirm')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

interface DoneProps {
  certificate: Certificate;
  preview: ErasurePreview | null;
  email: string | null;
  onClose: () => void;
}

function Done({ certificate, preview, email, onClose }: DoneProps) {
  const { t } = useTranslation(['privacy', 'app']);
  return (
    <>
      <Text size="sm" role="status">
        {t(certificate.tracesRemovedAt === null ? 'done.textPending' : 'done.text')}
      </Text>
      {certificate.requests > 0 && (
        <Alert color="blue" py="xs">
          <Stack gap="xs" align="flex-start">
            {email === null ? t('done.tellMasked') : t('done.tell', { email })}
            <CopyMessage seq={certificate.seq} />
          </Stack>
        </Alert>
      )}
      <CertificateView certificate={certificate} />
      {preview && <OutsideList preview={preview} />}
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('app:close')}
        </Button>
      </DialogFoot>
    </>
  );
}

/** What the person is told, without their address, which is not known any more. */
function CopyMessage({ seq }: { seq: number }) {
  const { t } = useTranslation('privacy');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await call('privacy.copyErasureText', { seq, language: currentLanguage() });
    setCopied(true);
  };
  return (
    <Group gap="xs">
      <Button
        variant="default"
        size="xs"
        leftSection={<Copy size={14} aria-hidden />}
        onClick={() => void copy().catch(showError)}
      >
        {t('done.message')}
      </Button>
      <Text size="sm" role="status">
        {isCopied && t('done.messageCopied')}
      </Text>
    </Group>
  );
}
