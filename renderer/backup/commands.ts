import { DatabaseBackup } from 'lucide-react';
import type { CommandSource } from '../app/commands';
import { i18n } from '../app/i18n';
import { openSetting } from '../settings/setting-sections';
import { useBackupStore } from './backup-store';

export const commands: CommandSource = {
  list: ({ may }) =>
    may('backup.save')
      ? [
          {
            id: 'back-up',
            group: 'actions',
            label: i18n.t('backup:save'),
            detail: i18n.t('nav.settings'),
            icon: DatabaseBackup,
            run: async () => {
              openSetting('backup');
              if (!useBackupStore.getState().isSaving) await useBackupStore.getState().save();
            },
          },
        ]
      : [],
};
