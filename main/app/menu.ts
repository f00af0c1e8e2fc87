import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../preload/contract';
import { textsOf } from './texts';

export interface MenuActions {
  readonly lock: () => void;
}

/** No menu, and so none of its shortcuts. */
export function removeMenu(): void {
  Menu.setApplicationMenu(null);
}

/** The platform's menu. Roles bring their own words and shortcuts in the system's language. */
export function setMenu(language: Language, { lock }: MenuActions, developerTools: boolean): void {
  const { menu } = textsOf(language);
  const isMac = process.platform === 'darwin';
  const file: MenuItemConstructorOptions[] = [
    // The page handles the keys, so that it can save what is being typed first.
    {
      label: menu.lock,
      accelerator: 'CommandOrControl+L',
      registerAccelerator: false,
      click: lock,
    },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(developerTools ? [{ role: 'toggleDevTools' as const }] : []),
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      { label: menu.file, submenu: file },
      // Without it, copy and paste have no shortcuts on macOS.
      { label: menu.edit, role: 'editMenu' },
      { label: menu.view, submenu: view },
      { label: menu.window, role: 'windowMenu' },
    ]),
  );
}
