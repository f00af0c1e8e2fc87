import { app, type Session } from 'electron';
import { isOwnPage } from './protocol';

/**
 * Closes what a page could reach beyond its own files (Electron's security checklist, 5 and 11 to
 * 14): requests, permissions, downloads, navigation, new windows, webviews.
 */
export function lockDown(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Would download dictionaries.
  session.setSpellCheckerEnabled(false);
}

/** For every page that this process ever makes. Has to run before the first window. */
export function lockDownContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Data and blob addresses carry their content with them; developer tools load from the binary. */
function isLocal(url: string): boolean {
  return isOwnPage(url) || /^(data|blob|devtools):/.test(url);
}
