import { Button, Group, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import { FileDown, History, type LucideIcon, MonitorPlay } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VersionSummary } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { Dialog } from '../../ui/Dialog';
import { useBuilder } from '../builder-store';
import { exportExperience } from '../library-actions';
import classes from './PublishedDialog.module.css';

interface Props {
  version: VersionSummary;
  onClose: () => void;
  onKiosk: () => void;
  onChanges: () => void;
}

/** What comes after publishing. */
export function PublishedDialog({ version, onClose, onKiosk, onChanges }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const experienceId = useBuilder((state) => state.experience?.id);
  const copy = () => {
    if (experienceId) void exportExperience(experienceId, version.id).catch(showError);
  };
  return (
    <Dialog size={560} onClose={onClose} title={t('flow:publish.done', { number: version.number })}>
      <Stack gap="md">
        <Text size="sm">{t('flow:publish.next.text')}</Text>
        <Stack gap="xs">
          <Choice name="kiosk" icon={MonitorPlay} isFirst onClick={onKiosk} />
          <Choice name="copy" icon={FileDown} onClick={copy} />
          {(version.number ?? 1) > 1 && (
            <Choice name="changes" icon={History} onClick={onChanges} />
          )}
        </Stack>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface ChoiceProps {
  name: 'kiosk' | 'copy' | 'changes';
  icon: LucideIcon;
  isFirst?: boolean;
  onClick: () => void;
}

function Choice({ name, icon: Icon, isFirst = false, onClick }: ChoiceProps) {
  const { t } = useTranslation('flow');
  return (
    <UnstyledButton
      className={classes.choice}
      {...(isFirst && { 'data-autofocus': true })}
      onClick={onClick}
    >
      <ThemeIcon variant="light" size={40} radius="md">
        <Icon size={20} aria-hidden />
      </ThemeIcon>
      <span>
        <strong>{t(`publish.next.${name}.title`)}</strong>
        <span className={classes.text}>{t(`publish.next.${name}.text`)}</span>
      </span>
    </UnstyledButton>
  );
}
