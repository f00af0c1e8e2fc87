import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { type Asset, assetResponse } from './asset-response';
import { logFailure } from './log';
import { assetOf, fileOf, SCHEME } from './page-address';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Has to run before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    // A stream, so that sound and video are played from where they are asked for, not from one piece.
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true, stream: true } },
  ]);
}

const notFound = () => new Response('Not found', { status: 404 });

/**
 * Serves the built pages, and nothing outside their folder (Electron's security checklist, 18); and the
 * assets of the workspace.
 *
 * @param findAsset null when there is none of this id, or no workspace is unlocked.
 */
export function servePages(folder: string, findAsset: (id: string) => Promise<Asset | null>): void {
  protocol.handle(SCHEME, async ({ url, method, headers }) => {
    if (method !== 'GET') return notFound();
    try {
      const id = assetOf(url);
      if (id !== null) {
        const asset = await findAsset(id);
        return asset ? assetResponse(asset, headers.get('range')) : notFound();
      }
      const file = fileOf(folder, url);
      const type = file && TYPES[extname(file)];
      return type ? await page(file, type) : notFound();
    } catch (error) {
      logFailure('page', error);
      return notFound();
    }
  });
}

async function page(file: string, type: string): Promise<Response> {
  const content = await readFile(file);
  const nonce = randomBytes(16).toString('base64');
  const isPage = type.startsWith('text/html');
  const body = isPage ? content.toString().replace('__CSP_NONCE__', nonce) : content;
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': isPage ? 'no-store' : 'no-cache',
    },
  });
}

/** The nonce is for the style elements that the component library writes; scripts have none. */
function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `media-src 'self'`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
