import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { CALL, type Result } from '../../preload/contract';
import type { Router } from '../operations/router';

/**
 * Puts the router behind the one name that the page can call. Electron's security checklist, 17:
 * only the main frame of a window that shows our own page is listened to.
 */
export function registerRouter(
  router: Router,
  isOwnPage: (url: string) => boolean,
  isKiosk: (sender: WebContents) => boolean,
): void {
  ipcMain.handle(CALL, (event, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (isTrusted(event, isOwnPage)) {
      return router.call(channel, input, isKiosk(event.sender) ? 'kiosk' : 'user');
    }
    return Promise.resolve({ ok: false, error: { code: 'ipc.untrusted_sender', params: {} } });
  });
}

function isTrusted(event: IpcMainInvokeEvent, isOwnPage: (url: string) => boolean): boolean {
  const { senderFrame, sender } = event;
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}
