import { Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { i18n } from '../../app/i18n';
import { PublishedInto } from './PublishedInto';

interface Asked {
  readonly experienceId: string;
  readonly title: string;
  readonly text: string;
  /** What is done, as its button says. */
  readonly action: string;
  readonly onConfirm: () => void;
}

/** Asks before participants lose a published experience, and says who else leads into it. */
export function confirmOutOfUse({ experienceId, title, text, action, onConfirm }: Asked): void {
  modals.openConfirmModal({
    title,
    children: (
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        <PublishedInto experienceId={experienceId} />
      </Stack>
    ),
    labels: { confirm: action, cancel: i18n.t('app:cancel') },
    confirmProps: { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    closeButtonProps: { 'aria-label': i18n.t('app:close') },
    onConfirm,
  });
}
