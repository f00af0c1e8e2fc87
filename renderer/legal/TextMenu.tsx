import { Archive, ArchiveRestore, PencilLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { LegalTextSummary } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useGoing } from '../app/going';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import { RowAction, RowMenu } from '../ui/RowMenu';
import { UndoButton } from '../ui/UndoButton';
import { DeleteTextDialog } from './DeleteTextDialog';
import { useLegalTexts } from './legal-store';
import { RenameTextDialog } from './RenameTextDialog';

const Dialog = z.enum(['rename', 'delete']).nullable();

interface Props {
  text: Pick<LegalTextSummary, 'id' | 'name' | 'archivedAt' | 'uses'>;
  /** After it was renamed or archived; the list is loaded anew anyway. */
  onChanged?: () => void;
}

export function TextMenu({ text, onChanged }: Props) {
  const { t } = useTranslation('legal');
  const load = useLegalTexts((state) => state.load);
  const mayEdit = useMay('legal.rename');
  const [dialog, setDialog] = useKept(`legal.dialog.${text.id}`, Dialog, null);
  const going = useGoing('legal.delete', text.id);
  if (!mayEdit) return null;
  if (going) return <UndoButton going={going} />;
  const { id, name, archivedAt } = text;
  const isArchived = archivedAt !== null;

  const reload = () => {
    void load();
    onChanged?.();
  };
  const archive = () =>
    void call('legal.setArchived', { id, archived: !isArchived }).then(reload, showError);
  const ArchiveIcon = isArchived ? ArchiveRestore : Archive;
  return (
    <>
      <RowMenu label={`${t('columns.actions')}: ${name}`}>
        <RowAction icon={PencilLine} onClick={() => setDialog('rename')}>
          {t('editor.rename')}
        </RowAction>
        <RowAction icon={ArchiveIcon} onClick={archive}>
          {t(isArchived ? 'archive.undo' : 'archive.action')}
        </RowAction>
        <RowAction icon={Trash2} isDangerous onClick={() => setDialog('delete')}>
          {t('delete.action')}
        </RowAction>
      </RowMenu>
      {dialog === 'rename' && (
        <RenameTextDialog text={text} onClose={() => setDialog(null)} onRenamed={reload} />
      )}
      {dialog === 'delete' && <DeleteTextDialog text={text} onClose={() => setDialog(null)} />}
    </>
  );
}
