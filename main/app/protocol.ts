import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { logFailure } from './log';
import { fileOf, SCHEME } from './page-address';

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
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built pages, and nothing outside their folder (Electron's security checklist, 18). */
export function servePages(folder: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    const file = fileOf(folder, url);
    const type = file && TYPES[extname(file)];
    if (!type || method !== 'GET') return new Response('Not found', { status: 404 });
    try {
      return await page(file, type);
    } catch (error) {
      logFailure('page', error);
      return new Response('Not found', { status: 404 });
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
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
