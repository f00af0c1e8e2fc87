import { app, type Session } from 'electron';
import { isOwnPage } from './page-address';

/** A proxy that is not there, on this computer: what has to go through it goes nowhere. */
const DEAD_END = { proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' };

/**
 * Closes what a page could reach beyond its own files (Electron's security checklist, 5 and 11 to
 * 14): requests, permissions, downloads, navigation, new windows, webviews.
 */
export function lockDown(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isLocal(url) }));
  // WebRTC and WebTransport connect without making a request.
  void session.setProxy(DEAD_END);
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
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
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
