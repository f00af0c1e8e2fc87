const IS_MAC = navigator.userAgent.includes('Macintosh');

export function shortcut(key: string): string {
  return IS_MAC ? `⌘${key}` : `Ctrl+${key}`;
}
