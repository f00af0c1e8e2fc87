import { join, normalize, sep } from 'node:path';

export const SCHEME = 'app';
const ORIGIN = `${SCHEME}://chatvault`;
export const START_PAGE = `${ORIGIN}/index.html`;
export const PREVIEW_PAGE = `${START_PAGE}?preview`;
export const KIOSK_PAGE = `${START_PAGE}?kiosk`;

export function isOwnPage(url: string): boolean {
  return URL.canParse(url) && url.startsWith(`${ORIGIN}/`);
}

/** The file behind an address; null when the address leads out of the folder. */
export function fileOf(folder: string, address: string): string | null {
  if (!isOwnPage(address)) return null;
  try {
    const file = normalize(join(folder, decodeURIComponent(new URL(address).pathname)));
    return file.startsWith(folder + sep) && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

/** The id of the asset at an address; null at any other address. */
export function assetOf(address: string): string | null {
  const [, id = null] = ASSET.exec(address) ?? [];
  return id;
}

const ASSET = new RegExp(`^${ORIGIN}/asset/([0-9a-f]{64})$`);
