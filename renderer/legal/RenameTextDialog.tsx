import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { RenameDialog } from '../ui/RenameDialog';

interface Props {
  text: { id: string; name: string };
  onClose(): void;
  onRenamed(): void;
}

export function RenameTextDialog({ text, onClose, onRenamed }: Props) {
  const { t } = useTranslation('legal');
  const words = {
    title: t('editor.renameTitle'),
    label: t('new.name'),
    missing: t('new.nameMissing'),
    confirm: t('editor.renameConfirm'),
  };
  return (
    <RenameDialog
      keptAs={`legal.rename.${text.id}`}
      name={text.name}
      words={words}
      onRename={(name) => call('legal.rename', { id: text.id, name })}
      onClose={onClose}
      onRenamed={onRenamed}
    />
  );
}
