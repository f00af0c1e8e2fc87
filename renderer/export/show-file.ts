import { call } from '../app/client';
import { i18n } from '../app/i18n';
import { notify } from '../app/notify';

/** Shows the file of an export in its folder, or says why it cannot be shown. */
export async function showFile(id: string): Promise<void> {
  const state = await call('exports.showFile', { id });
  if (state !== 'there') notify(i18n.t(`export:saved.notShown.${state}`));
}
