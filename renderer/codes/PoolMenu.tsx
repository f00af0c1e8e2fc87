import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, FilePlus2, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodePool } from '../../preload/contract';
import { useCodes } from './codes-store';
import { DeletePoolDialog } from './DeletePoolDialog';
import { ImportDialog } from './ImportDialog';
import { RenamePoolDialog } from './RenamePoolDialog';

export function PoolMenu({ pool }: { pool: CodePool }) {
  const { t } = useTranslation('codes');
  const load = useCodes((state) => state.load);
  const [dialog, setDialog] = useState<'append' | 'rename' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('actionsFor', { name: pool.name })}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<FilePlus2 size={16} aria-hidden />}
            onClick={() => setDialog('append')}
          >
            {t('append')}
          </Menu.Item>
          <Menu.Item
            leftSection={<PencilLine size={16} aria-hidden />}
            onClick={() => setDialog('rename')}
          >
            {t('rename.action')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => setDialog('delete')}
          >
            {t('delete.action')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'append' && (
        <ImportDialog pool={pool} onClose={close} onImported={() => void load()} />
      )}
      {dialog === 'rename' && <RenamePoolDialog pool={pool} onClose={close} />}
      {dialog === 'delete' && <DeletePoolDialog pool={pool} onClose={close} />}
    </>
  );
}
