import {
  Alert,
  Button,
  Group,
  Loader,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { CircleCheck, ShieldCheck } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError, Problem, VersionSummary } from '../../../preload/contract';
import { toAppError, useErrorMessage } from '../../app/errors';
import { useKept } from '../../app/place';
import { Dialog } from '../../ui/Dialog';
import { DialogFoot } from '../../ui/DialogFoot';
import { flushDraft } from '../builder-actions';
import { useBuilder } from '../builder-store';
import { ProblemList } from '../problems/ProblemsPanel';
import { publish } from '../version-actions';
import { StoresTable } from './StoresTable';

interface Props {
  onClose: () => void;
  onPublished: (version: VersionSummary) => void;
}

/** The check before participants get the experience: problems, privacy, and what is stored. */
export function PublishDialog({ onClose, onPublished }: Props) {
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
          <Check
            onClose={onClose}
            onPublished={onPublished}
            onFailure={(thrown) => setError(toAppError(thrown))}
          />
        ) : (
          <Loader aria-label={t('app:loading')} />
        )}
      </Stack>
    </Dialog>
  );
}

const Labelled = z.object({ name: z.string(), note: z.string() });
const NO_LABELS = { name: '', note: '' };

interface CheckProps {
  onClose: () => void;
  onPublished: (version: VersionSummary) => void;
  onFailure: (error: unknown) => void;
}

function Check({ onClose, onPublished, onFailure }: CheckProps) {
  const { t } = useTranslation(['flow', 'app']);
  const problems = useBuilder((state) => state.problems);
  const privacy = useBuilder((state) => state.privacy);
  const [labels, setLabels] = useKept('flow.publish', Labelled, NO_LABELS);
  const [isBusy, setBusy] = useState(false);
  const isNotice = ({ code }: Problem) => code === 'privacy_notice_missing';
  // Without a notice the modules may refer to one all the same: that is more than something to think about.
  const notice = privacy
    .filter(isNotice)
    .map((each) => ({ ...each, severity: 'warning' as const }));
  const shown = [...problems, ...notice];
  const thoughts = privacy.filter((each) => !isNotice(each));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isBlocked = errors.length > 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const version = await publish(labels.name, labels.note);
      if (version) onPublished(version);
      else onClose();
    } catch (error) {
      onFailure(error);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Part title={t('flow:publish.problems')}>
          {isBlocked && (
            <Alert color="red">{t('flow:publish.blocked', { count: errors.length })}</Alert>
          )}
          {shown.length > 0 ? (
            <ProblemList problems={shown} onJump={onClose} />
          ) : (
            <Fine icon={<CircleCheck size={18} aria-hidden />}>{t('flow:problemsPanel.none')}</Fine>
          )}
        </Part>
        <Part title={t('flow:problemsPanel.privacy')}>
          {thoughts.length > 0 && <ProblemList problems={thoughts} onJump={onClose} />}
          {privacy.length === 0 && (
            <Fine icon={<ShieldCheck size={18} aria-hidden />}>
              {t('flow:publish.privacyFine')}
            </Fine>
          )}
          <StoresTable />
        </Part>
        <Labels {...labels} onChange={setLabels} />
        <DialogFoot>
          <Button variant="default" onClick={onClose} data-autofocus={isBlocked || undefined}>
            {t('app:cancel')}
          </Button>
          <Button
            type="submit"
            data-autofocus={!isBlocked || undefined}
            disabled={isBlocked}
            loading={isBusy}
          >
            {t('flow:publish.confirm')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
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

interface LabelsProps {
  name: string;
  note: string;
  onChange: (labels: { name: string; note: string }) => void;
}

function Labels({ name, note, onChange }: LabelsProps) {
  const { t } = useTranslation('flow');
  return (
    <Stack gap="sm">
      <TextInput
        label={t('versions.name')}
        maxLength={120}
        value={name}
        onChange={(event) => onChange({ name: event.currentTarget.value, note })}
      />
      <Textarea
        label={t('versions.note')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2_000}
        value={note}
        onChange={(event) => onChange({ name, note: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {t('publish.hint')}
      </Text>
    </Stack>
  );
}
