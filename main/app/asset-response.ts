/** A file of the workspace, as it is served. */
export interface Asset {
  readonly mimeType: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * All of it, or the part that a player asks for (RFC 9110, 14). Nothing may be kept of it: what is
 * encrypted in the workspace does not reach the disk elsewhere.
 */
export function assetResponse({ mimeType, content }: Asset, range: string | null): Response {
  const headers = {
    'content-type': mimeType,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; sandbox`,
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
  };
  const part = range === null ? null : partOf(range, content.length);
  if (part === 'outside') {
    const unsatisfied = { ...headers, 'content-range': `bytes */${content.length}` };
    return new Response(null, { status: 416, headers: unsatisfied });
  }
  if (part === null) {
    return new Response(content, {
      headers: { ...headers, 'content-length': String(content.length) },
    });
  }
  const { from, to } = part;
  return new Response(content.subarray(from, to + 1), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(to + 1 - from),
      'content-range': `bytes ${from}-${to}/${content.length}`,
    },
  });
}

/** The first and the last byte of one range. Null for what is not understood: then all is served. */
function partOf(range: string, length: number): { from: number; to: number } | 'outside' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const end = length - 1;
  const from = first === '' ? Math.max(0, length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? end : Math.min(end, Number(last));
  if (from > end || (first === '' && Number(last) === 0)) return 'outside';
  return from <= to ? { from, to } : null;
}
