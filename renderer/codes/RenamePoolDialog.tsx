import { useTranslation } from 'react-i18next';
import type { CodePool } from '../../preload/contract';
import { call } from '../app/client';
import { RenameDialog } from '../ui/RenameDialog';
import { useCodes } from './codes-store';

export function RenamePoolDialog({ pool, onClose }: { pool: CodePool; onClose: () => void }) {
  const { t } = useTranslation('codes');
  const load = useCodes((state) => state.load);
  const words = {
    title: t('rename.title'),
    label: t('rename.name'),
    missing: t('rename.missing'),
    confirm: t('rename.confirm'),
  };
  return (
    <RenameDialog
      keptAs={`codes.rename.${pool.id}`}
      name={pool.name}
      words={words}
      onRename={(name) => call('codes.rename', { id: pool.id, name })}
      onClose={onClose}
      onRenamed={load}
    />
  );
}
