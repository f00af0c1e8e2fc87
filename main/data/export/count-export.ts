import type { ExportScope, Output, ParsedInput } from '../../../preload/contract';
import type { Context, LaneContext, Unlocked } from '../../foundation/operation/context';
import { task } from '../../foundation/operation/task';
import { rowsExportedAlone } from './allowance';
import { countExported } from './count-rows';
import { exportSettings } from './export-settings';

/** Of whichever channel, which is chosen when the numbers are known. */
type CountedScope = Omit<ExportScope, 'channels'>;

/** Counts live rows by where they come from. */
export const countExportTask = task('exports.countRows', 'screen', countBySource);

async function countBySource(
  context: Pick<LaneContext, 'store' | 'nowMs' | 'signal'>,
  scope: CountedScope,
): Promise<{ collected: number; preview: number }> {
  return {
    collected: await countExported(context, { ...scope, channels: 'collected' }),
    preview: await countExported(context, { ...scope, channels: 'preview' }),
  };
}

/** How many rows there are to export, with what the choice among them depends on. */
export async function countExport(
  { store, run, user, time }: Pick<Context, 'store' | 'run' | 'user' | 'time'>,
  scope: ParsedInput<'exports.count'>,
): Promise<Output<'exports.count'>> {
  const trustedMs = time.trustedMs();
  return {
    ...(await run(countExportTask, scope)),
    exportedRows: await rowsExportedAlone(store, { userId: user.id, trustedMs }),
    settings: await exportSettings(store),
  };
}

export async function rowsOf(
  run: Unlocked['run'],
  { form, tables, filter, channels }: ExportScope,
): Promise<number> {
  const { collected, preview } = await run(countExportTask, { form, tables, filter });
  return (channels === 'preview' ? 0 : collected) + (channels === 'collected' ? 0 : preview);
}
