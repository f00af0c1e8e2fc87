import type { ParsedInput, Report } from '../../../preload/contract';
import { writeTarget } from '../../foundation/files/target-file';
import type { Context } from '../../foundation/operation/context';
import { openedWorkspace } from '../../vault/workspace/opened-workspace';
import { recordsOfProcessing } from './records';
import { reportHtml } from './report-html';

/** The records of this workspace as of now. */
export function presentReport(
  { store, nowMs, the }: Pick<Context, 'store' | 'nowMs' | 'the'>,
  { language }: ParsedInput<'records.report'>,
): Promise<Report> {
  const { name: workspaceName } = the(openedWorkspace);
  return recordsOfProcessing(store, { language, workspaceName, nowMs });
}

/** @throws AppError what {@link writeTarget} throws. */
export async function saveReport(
  context: Context,
  { language, format }: ParsedInput<'records.save'>,
): Promise<void> {
  const { store, desktop, file, record } = context;
  const html = reportHtml(await presentReport(context, { language }), language);
  const content = format === 'html' ? html : await desktop.printPdf(html);
  await writeTarget(store, file, (target) => target.writeFile(content));
  await store.transaction().execute((transaction) => record(transaction));
}
