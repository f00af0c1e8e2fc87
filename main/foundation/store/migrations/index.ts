import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '../../../../preload/contract';
import type { Store } from '../database';
import * as walkingSkeleton from './0001-walking-skeleton';
import * as forgetting from './0002-forgetting';
import * as modules from './0003-modules';
import * as versions from './0004-versions';
import * as exportRegister from './0005-export-register';
import * as searchAndViews from './0006-search-and-views';
import * as draws from './0007-draws';
import * as exclusions from './0008-exclusions';
import * as drawPlaces from './0009-draw-places';
import * as releases from './0010-releases';
import * as erasures from './0011-erasures';
import * as options from './0012-options';
import * as identity from './0013-identity';
import * as exportHabits from './0015-export-habits';
import * as codes from './0017-codes';
import * as assets from './0018-assets';
import * as legal from './0019-legal';
import * as userMemory from './0020-user-memory';
import * as requests from './0021-requests';
import * as followUp from './0022-follow-up';
import * as exportPerson from './0023-export-person';
import * as refusals from './0024-refusals';

/** In code, not read from a folder: a packaged app has no folder to read. */
const migrations: Record<string, Migration> = {
  '0001-walking-skeleton': walkingSkeleton,
  '0002-forgetting': forgetting,
  '0003-modules': modules,
  '0004-versions': versions,
  '0005-export-register': exportRegister,
  '0006-search-and-views': searchAndViews,
  '0007-draws': draws,
  '0008-exclusions': exclusions,
  '0009-draw-places': drawPlaces,
  '0010-releases': releases,
  '0011-erasures': erasures,
  '0012-options': options,
  '0013-identity': identity,
  '0015-export-habits': exportHabits,
  '0017-codes': codes,
  '0018-assets': assets,
  '0019-legal': legal,
  '0020-user-memory': userMemory,
  '0021-requests': requests,
  '0022-follow-up': followUp,
  '0023-export-person': exportPerson,
  '0024-refusals': refusals,
};

const NEWEST = Object.keys(migrations).at(-1) ?? '';

/**
 * Brings the database to the newest version (or to that of the migration named by `until`); a
 * failing step leaves it as it was.
 *
 * @throws AppError `workspace.newer_version` when a newer ChatVault wrote the database.
 */
export async function migrate(store: Store, until = NEWEST): Promise<void> {
  await refuseNewerVersion(store);
  const migrator = new Migrator({ db: store, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo(until);
  if (error) throw error;
}

async function refuseNewerVersion(store: Store): Promise<void> {
  const tables = await store.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === 'kysely_migration')) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(store);
  if (rows.some(({ name }) => !(name in migrations))) throw new AppError('workspace.newer_version');
}
