import type { Appearance, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { readSetting, writeSetting } from '../../foundation/store/settings';

export async function defaultAppearance({ store }: Pick<Context, 'store'>): Promise<Appearance> {
  return readSetting(store, 'default_appearance');
}

/** Chats without an appearance of their own look like this from now on, published ones included. */
export async function setDefaultAppearance(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { appearance }: ParsedInput<'appearance.setDefault'>,
): Promise<Appearance> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'default_appearance', appearance);
    await record(transaction, { theme: appearance.theme, brand: appearance.brand });
  });
  return appearance;
}
