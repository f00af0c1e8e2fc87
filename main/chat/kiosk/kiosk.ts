import {
  chatSettings,
  KioskLook,
  type KioskSetup,
  type KioskView,
  type ParsedInput,
} from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { userDirectory } from '../../vault/workspace/user-directory';
import { defaultAppearance } from '../appearance/default-appearance';
import { localise } from '../flow/localise';
import { kioskScreen, setupOf } from './kiosk-screen';
import { mainLanguage } from './main-language';
import { readPublished, requirePublished } from './published';

/** @throws AppError `kiosk.not_published` */
export async function startKiosk(
  { store, record, the }: Pick<Context, 'store' | 'record' | 'the'>,
  setup: KioskSetup,
): Promise<void> {
  const { name: experience, number } = await requirePublished(store, setup.experienceId);
  await store.transaction().execute((transaction) => record(transaction, { experience, number }));
  await the(kioskScreen).enter({ ...setup, startedBy: the(userDirectory).me.id });
}

export async function viewKiosk(
  context: Pick<Context, 'store' | 'the'>,
  { language }: ParsedInput<'kiosk.view'>,
): Promise<KioskView> {
  const { startedBy: _, ...setup } = setupOf(context);
  const published = await readPublished(context.store, setup.experienceId);
  const graph = published?.graph;
  const settings = chatSettings(graph && language ? localise(graph, language) : (graph ?? {}));
  return {
    ...setup,
    experienceName: published?.name ?? null,
    appearance: settings.appearance ?? (await defaultAppearance(context)),
    look: settings.kiosk ?? KioskLook.parse({}),
    languages: { main: mainLanguage(graph, setup), others: settings.languages?.others ?? [] },
  };
}
