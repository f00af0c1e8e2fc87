import { dirname } from 'node:path';
import type {
  BackupProgress,
  BackupView,
  IntegrityVerdict,
  Output,
} from '../../../preload/contract';
import type { AppContext, Unlocked } from '../../foundation/operation/context';
import { area, cancels } from '../../foundation/operation/operation';
import { task } from '../../foundation/operation/task';
import { readSetting } from '../../foundation/store/settings';
import { fitBytes } from '../../foundation/text/fit-bytes';
import { openedWorkspace } from '../workspace/opened-workspace';
import { workspace } from '../workspace/workspace';
import { isSound, noteDamage } from './integrity';
import { restoreBackup } from './restore-backup';
import { type BackupRequest, saveBackup } from './save-backup';

const saveTask = task<BackupRequest, BackupView, BackupProgress>(
  'backup.write',
  'long',
  saveBackup,
);
const integrityTask = task<null, boolean>('backup.readPages', 'long', ({ store }) =>
  isSound(store),
);

/** What an admin does to be able to lose the computer: save backups, and look for damage. */
export const backupArea = area(
  {
    'backup.last': ({ store }) => readSetting(store, 'last_backup'),
    'backup.save': {
      work: 'backup',
      savesAs: ({ the, nowMs }) => suggestedName(the(openedWorkspace).name, nowMs),
      busy: 'backup.busy',
      cancelled: { outcome: 'cancelled' },
      run: async ({ run, file, desktop: { appVersion }, report: onProgress }) => ({
        backup: await run(saveTask, { file, appVersion }, { onProgress }),
      }),
    },
    'backup.cancel': cancels('backup.save'),
    'backup.checkIntegrity': checkIntegrity,
    'backup.restore': restore,
  },
  [saveTask, integrityTask],
);

/** Reads the whole database, and remembers what it finds for the next unlock. */
export async function checkIntegrity({ run, the, time }: Unlocked): Promise<IntegrityVerdict> {
  const intact = await run(integrityTask, null);
  await noteDamage(dirname(the(openedWorkspace).databaseFile), !intact);
  return { intact, checkedAt: time.nowMs() };
}

/** @throws AppError `backup.workspace_exists`, and what {@link restoreBackup} throws. */
async function restore({ the, desktop }: AppContext): Promise<Output<'backup.restore'>> {
  const status = await the(workspace).replace(() => desktop.chooseSource('backup'), restoreBackup);
  return status ? { outcome: 'restored', status } : { outcome: 'dismissed' };
}

/** Only what every file system takes in a name. */
function suggestedName(workspaceName: string, nowMs: number): string {
  const plain = workspaceName.replace(/[^\p{L}\p{M}\p{N} _-]+/gu, '-');
  const name = fitBytes(plain, 120).trim();
  return `${name || 'ChatVault'}-${new Date(nowMs).toISOString().slice(0, 10)}.chatvault-backup`;
}
