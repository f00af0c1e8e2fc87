import { area } from '../../foundation/operation/operation';
import { startKiosk, viewKiosk } from './kiosk';
import { beginChat, goOn, kioskChat } from './kiosk-chat';
import { kioskOffer, kioskText } from './kiosk-legal';
import { kioskScreen } from './kiosk-screen';
import { leaveKiosk } from './leave';
import { listOffers } from './offers';

/** The kiosk: who sets it up and ends it, and the participants who stand before it. */
export const kioskArea = area({
  'kiosk.offers': { lane: 'screen', run: listOffers },
  'kiosk.start': { audit: 'kiosk.started', run: startKiosk },
  'kiosk.isPending': ({ the }) => the(kioskScreen).setup !== null,
  'kiosk.view': viewKiosk,
  'kiosk.begin': beginChat,
  'kiosk.answer': (context, { answer, question }) =>
    goOn(context, (chats, id) => chats.answer(id, answer, question)),
  'kiosk.openLink': (context, asked) =>
    goOn(context, (chats, id) => chats.openLink(id, asked?.question)),
  'kiosk.idle': (context, asked) => goOn(context, (chats, id) => chats.idle(id, asked?.question)),
  'kiosk.back': (context, { question }) => goOn(context, (chats, id) => chats.back(id, question)),
  'kiosk.legalText': kioskText,
  'kiosk.legalOffer': kioskOffer,
  'kiosk.setLanguage': (context, { language }) =>
    goOn(context, (chats, id) => chats.setLanguage(id, language)),
  'kiosk.reset': ({ the }) => the(kioskChat).reset(),
  'kiosk.leave': leaveKiosk,
});
