import { type Policy, type Report, ruleFor } from '../../../preload/contract';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { fill, type Words } from './words';

/** Technical and organisational measures (GDPR, Article 30(1)(g) and 32), as they are in force. */
export async function measures(
  store: Store,
  policy: Policy,
  words: Words,
): Promise<Report['sections'][number]> {
  const { say } = words;
  const users = await store
    .selectFrom('users')
    .where('disabled_at', 'is', null)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const idleMinutes = await readSetting(store, 'idle_lock_minutes');
  const sweep = await readSetting(store, 'last_sweep');
  const backup = await readSetting(store, 'last_backup');
  const { days, enabled } = ruleFor(policy, null, null);
  return {
    heading: say.measures,
    facts: [
      { label: say.encryption, value: say.encryptionText },
      { label: say.access, value: fill(say.accessText, { users: users.count }) },
      {
        label: say.locking,
        value: idleMinutes === null ? say.lockingByHand : fill(say.lockingText, { idleMinutes }),
      },
      {
        label: say.erasure,
        value: [
          fill(say.erasureText, { days: days ?? 0 }),
          ...(enabled ? [] : [say.storingOff]),
          sweep ? fill(say.lastSweep, { date: words.date(sweep.at) }) : say.noSweep,
        ].join(' '),
      },
      {
        label: say.auditLog,
        value: fill(say.auditLogText, { days: await readSetting(store, 'audit_retention_days') }),
      },
      { label: say.exports, value: say.exportsText },
      {
        label: say.backups,
        value: backup ? fill(say.lastBackup, { date: words.date(backup.createdAt) }) : say.noBackup,
      },
      { label: say.network, value: say.networkText },
    ],
  };
}
