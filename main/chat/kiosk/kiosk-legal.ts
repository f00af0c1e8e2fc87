import type { LegalOffer, LegalReading, ParsedInput } from '../../../preload/contract';
import { AppError } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { offerOf, readingOf, wantedLanguages } from '../legal/pinned';
import { pinnedTexts } from '../legal/stored-texts';
import { sessions } from '../sessions/sessions';
import { kioskChat } from './kiosk-chat';
import { setupOf } from './kiosk-screen';
import { mainLanguage } from './main-language';
import { readPublished } from './published';

type Kiosk = Pick<Context, 'store' | 'the'>;

/** What the kiosk offers to read before anybody plays. */
export async function kioskOffer(context: Kiosk): Promise<LegalOffer> {
  const found = await offeredTexts(context);
  return found ? offerOf(found.graph, found.texts) : {};
}

/**
 * A text that the chat of whoever stands there mentions; before anybody plays, one that is offered all the
 * time.
 *
 * @throws AppError `legal.not_offered`
 */
export async function kioskText(
  context: Kiosk,
  { id, language }: ParsedInput<'kiosk.legalText'>,
): Promise<LegalReading> {
  const { the } = context;
  if (the(kioskChat).isPlaying) return the(sessions).legalText(the(kioskChat).sessionId, id);
  const found = await offeredTexts(context);
  if (!found || !Object.values(offerOf(found.graph, found.texts)).includes(id)) {
    throw new AppError('legal.not_offered');
  }
  const wanted = [
    ...wantedLanguages(found.graph, language),
    mainLanguage(found.graph, setupOf(context)),
  ];
  return readingOf(found.texts, id, wanted);
}

async function offeredTexts(context: Kiosk) {
  const published = await readPublished(context.store, setupOf(context).experienceId);
  if (!published) return null;
  const { graph } = published;
  return { graph, texts: await pinnedTexts(context.store, [graph]) };
}
