import { Alert, Button, Group, Loader, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { CircleCheck, ShieldCheck } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../../preload/contract';
import { toAppError, useErrorMessage } from '../../app/errors';
import { notify } from '../../app/notify';
import { useKept } from '../../app/place';
import { Dialog } from '../../ui/Dialog';
import { flushDraft } from '../builder-actions';
import { useBuilder } from '../builder-store';
import { ProblemList } from '../problems/ProblemsPanel';
import { publish } from '../version-actions';
import { StoresTable } from './StoresTable';

/** The check before participants get the experience: problems, privacy, and what is stored. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['flow', 'app']);
  const [isChecked, setChecked] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const message = useErrorMessage();

  // The problems are those of the draft as it is saved.
  useEffect(() => {
    let isCurrent = true;
    void flushDraft().then(() => isCurrent && setChecked(true));
    return () => {
      isCurrent = false;
    };
  }, []);

  return (
    <Dialog size={620} onClose={onClose} title={t('flow:publish.title')}>
      <Stack gap="md">
        {error && <Alert color="red">{message(error)}</Alert>}
        {isChecked ? (
          <Check onClose={onClose} onFailure={(thrown) => setError(toAppError(thrown))} />
        ) : (
          <Loader aria-label={t('app:loading')} />
        )}
      </Stack>
    </Dialog>
  );
}

interface CheckProps {
  onClose: () => void;
  onFailure: (error: unknown) => void;
}

function Check({ onClose, onFailure }: CheckProps) {
  const { t } = useTranslation('flow');
  const problems = useBuilder((state) => state.problems);
  const privacy = useBuilder((state) => state.privacy);
  const errors = problems.filter(({ severity }) => severity === 'error');
  return (
    <>
      <Part title={t('publish.problems')}>
        {errors.length > 0 && (
          <Alert color="red" p="xs">
            {t('publish.blocked', { count: errors.length })}
          </Alert>
        )}
        {problems.length > 0 ? (
          <ProblemList problems={problems} onJump={onClose} />
        ) : (
          <Fine icon={<CircleCheck size={18} aria-hidden />}>{t('problemsPanel.none')}</Fine>
        )}
      </Part>
      <Part title={t('problemsPanel.privacy')}>
        {privacy.length > 0 ? (
          <ProblemList problems={privacy} onJump={onClose} />
        ) : (
          <Fine icon={<ShieldCheck size={18} aria-hidden />}>{t('publish.privacyFine')}</Fine>
        )}
        <StoresTable />
      </Part>
      <Labels isBlocked={errors.length > 0} onClose={onClose} onFailure={onFailure} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Text component="h3" fw={600} m={0} mb={4}>
        {title}
      </Text>
      {children}
    </section>
  );
}

function Fine({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Group gap={8} c="var(--cv-good)">
      {icon}
      <Text size="sm">{children}</Text>
    </Group>
  );
}

function Labels({ isBlocked, onClose, onFailure }: CheckProps & { isBlocked: boolean }) {
  const { t } = useTranslation(['flow', 'app']);
  const [name, setName] = useKept('flow.publish.name', z.string(), '');
  const [note, setNote] = useKept('flow.publish.note', z.string(), '');
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const version = await publish(name, note);
      if (!version) return onClose();
      notify(t('flow:publish.done', { number: version.number }));
      onClose();
    } catch (error) {
      onFailure(error);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('flow:versions.name')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('flow:versions.note')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('flow:publish.hint')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={isBlocked} loading={isBusy}>
            {t('flow:publish.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
