import { area } from '../../foundation/operation/operation';
import { leaveKiosk, startKiosk, viewKiosk } from './kiosk';
import { beginChat, goOn, kioskChat } from './kiosk-chat';
import { kioskScreen } from './kiosk-screen';

/** The kiosk: who sets it up and ends it, and the participants who stand before it. */
export const kioskArea = area({
  'kiosk.start': { audit: 'kiosk.started', run: startKiosk },
  'kiosk.isPending': ({ the }) => the(kioskScreen).setup !== null,
  'kiosk.view': viewKiosk,
  'kiosk.begin': beginChat,
  'kiosk.answer': (context, { answer }) => goOn(context, (chats, id) => chats.answer(id, answer)),
  'kiosk.openLink': (context) => goOn(context, (chats, id) => chats.openLink(id)),
  'kiosk.idle': (context) => goOn(context, (chats, id) => chats.idle(id)),
  'kiosk.reset': ({ the }) => the(kioskChat).reset(),
  'kiosk.leave': leaveKiosk,
});
