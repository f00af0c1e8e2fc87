import { FilePlus2, PencilLine, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CodePool } from '../../preload/contract';
import { useGoing } from '../app/going';
import { useKept } from '../app/place';
import { RowAction, RowMenu } from '../ui/RowMenu';
import { UndoButton } from '../ui/UndoButton';
import { useCodes } from './codes-store';
import { DeletePoolDialog } from './DeletePoolDialog';
import { ImportDialog } from './ImportDialog';
import { RenamePoolDialog } from './RenamePoolDialog';

const Dialog = z.enum(['append', 'rename', 'delete']).nullable();

export function PoolMenu({ pool }: { pool: CodePool }) {
  const { t } = useTranslation('codes');
  const load = useCodes((state) => state.load);
  const [dialog, setDialog] = useKept(`codes.dialog.${pool.id}`, Dialog, null);
  const close = () => setDialog(null);
  const going = useGoing('codes.delete', pool.id);
  if (going) return <UndoButton going={going} />;
  return (
    <>
      <RowMenu label={t('actionsFor', { name: pool.name })}>
        <RowAction icon={FilePlus2} onClick={() => setDialog('append')}>
          {t('append')}
        </RowAction>
        <RowAction icon={PencilLine} onClick={() => setDialog('rename')}>
          {t('rename.action')}
        </RowAction>
        <RowAction icon={Trash2} isDangerous onClick={() => setDialog('delete')}>
          {t('delete.action')}
        </RowAction>
      </RowMenu>
      {dialog === 'append' && (
        <ImportDialog pool={pool} onClose={close} onImported={() => void load()} />
      )}
      {dialog === 'rename' && <RenamePoolDialog pool={pool} onClose={close} />}
      {dialog === 'delete' && <DeletePoolDialog pool={pool} onClose={close} />}
    </>
  );
}
