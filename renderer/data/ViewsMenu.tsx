import { Button, Menu, Text } from '@mantine/core';
import { Bookmark, BookmarkPlus, RotateCcw, Settings2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { showError } from '../app/errors';
import { useKept } from '../app/place';
import { useDataStore } from './data-store';
import { STANDARD_LAYOUT } from './layout';
import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';
import { useViewsStore } from './views-store';

const Dialog = z.enum(['save', 'manage']).nullable();

/** Filter, columns and order, kept under a name. */
export function ViewsMenu() {
  const { t } = useTranslation('data');
  const { views, load } = useViewsStore();
  const { table, apply, setLayout } = useDataStore();
  const [dialog, setDialog] = useKept('data.views', Dialog, null);
  const ofTable = views.filter((view) => view.table === table);

  useEffect(() => void load().catch(showError), [load]);

  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button variant="default" leftSection={<Bookmark size={16} aria-hidden />}>
            {t('views.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ofTable.length > 0 && <Menu.Label>{t('views.mine')}</Menu.Label>}
          {ofTable.map((view) => (
            <Menu.Item key={view.id} onClick={() => apply(view)}>
              <Text span inherit truncate display="block">
                {view.name}
              </Text>
            </Menu.Item>
          ))}
          {ofTable.length > 0 && <Menu.Divider />}
          <Menu.Item
            leftSection={<BookmarkPlus size={15} aria-hidden />}
            onClick={() => setDialog('save')}
          >
            {t('views.save')}
          </Menu.Item>
          <Menu.Item
            leftSection={<RotateCcw size={15} aria-hidden />}
            onClick={() => setLayout(() => ({ ...STANDARD_LAYOUT, filter: {} }))}
          >
            {t('views.standard')}
          </Menu.Item>
          {ofTable.length > 0 && (
            <Menu.Item
              leftSection={<Settings2 size={15} aria-hidden />}
              onClick={() => setDialog('manage')}
            >
              {t('views.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && <SaveViewDialog onClose={() => setDialog(null)} />}
      {dialog === 'manage' && <ManageViewsDialog views={ofTable} onClose={() => setDialog(null)} />}
    </>
  );
}
