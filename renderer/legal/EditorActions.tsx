import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalTextView } from '../../preload/contract';
import { showError } from '../app/errors';
import { deleteLater, useGoing } from '../app/going';
import { UndoButton } from '../ui/UndoButton';
import { PublishTextDialog } from './PublishTextDialog';
import type { useText } from './use-text';

interface Props {
  text: ReturnType<typeof useText>;
  view: LegalTextView;
}

/** Whether the draft is saved, and what becomes of it. */
export function EditorActions({ text, view }: Props) {
  const { t } = useTranslation(['legal', 'app']);
  const [isPublishing, setPublishing] = useState(false);
  const { id, name, hasDraft, current } = view;
  const { isSaved, load, revision, show } = text;
  const hasChanges = hasDraft || !isSaved;

  const going = useGoing('legal.discardDraft', id);
  const discard = async () => {
    await revision().catch(() => 0);
    await deleteLater(
      { channel: 'legal.discardDraft', input: { id } },
      { name: t('legal:discard.what', { name }), onEnd: () => void load() },
    );
  };
  const askToDiscard = (number: number) =>
    modals.openConfirmModal({
      title: t('legal:discard.action'),
      children: (
        <Text size="sm">
          {t('legal:discard.text', { number })} {t('app:undo.hint')}
        </Text>
      ),
      labels: { confirm: t('legal:discard.confirm'), cancel: t('app:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('app:close') },
      onConfirm: () => void discard().catch(showError),
    });

  if (going) return <UndoButton going={going} />;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {hasChanges
          ? t(`legal:editor.${isSaved ? 'saved' : 'saving'}`)
          : current && t('legal:editor.unchanged', { number: current.number })}
      </Text>
      {hasDraft && current && (
        <Button variant="default" onClick={() => askToDiscard(current.number)}>
          {t('legal:discard.action')}
        </Button>
      )}
      <Button
        leftSection={<Send size={16} aria-hidden />}
        disabled={!hasChanges}
        onClick={() => setPublishing(true)}
      >
        {t('legal:publish.action')}
      </Button>
      {isPublishing && (
        <PublishTextDialog
          view={view}
          revision={revision}
          onClose={() => setPublishing(false)}
          onPublished={show}
        />
      )}
    </>
  );
}
