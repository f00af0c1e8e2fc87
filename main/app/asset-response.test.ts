import { describe, expect, it } from 'vitest';
import { assetResponse } from './asset-response';
import { assetOf, START_PAGE } from './page-address';

const content = Uint8Array.from({ length: 100 }, (_, index) => index);
const served = (range: string | null) => assetResponse({ mimeType: 'video/mp4', content }, range);
const bytesOf = async (response: Response) => [...new Uint8Array(await response.arrayBuffer())];

describe('a file of the workspace', () => {
  it('is served as what it is, and kept nowhere', async () => {
    const response = served(null);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '100',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'accept-ranges': 'bytes',
    });
    expect(await bytesOf(response)).toEqual([...content]);
  });

  it.each([
    ['bytes=0-', 0, 99],
    ['bytes=10-19', 10, 19],
    ['bytes=90-200', 90, 99],
    ['bytes=-5', 95, 99],
    ['bytes=-500', 0, 99],
    ['bytes=99-99', 99, 99],
  ])('is served in the part that a player asks for: %s', async (range, from, to) => {
    const response = served(range);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to}/100`);
    expect(response.headers.get('content-length')).toBe(String(to + 1 - from));
    expect(await bytesOf(response)).toEqual([...content.subarray(from, to + 1)]);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('has nothing at %s', async (range) => {
    const response = served(range);
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */100');
  });

  it.each(['bytes=5-1', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-', 'x'])(
    'is served whole where %s means nothing',
    async (range) => {
      expect(served(range).status).toBe(200);
    },
  );
});

describe('the address of a file', () => {
  const id = '0a'.repeat(32);

  it('is its hash, and nothing beside it', () => {
    expect(assetOf(`app://chatvault/asset/${id}`)).toBe(id);
    for (const address of [
      START_PAGE,
      `app://chatvault/asset/${id}/`,
      `app://chatvault/asset/${id.toUpperCase()}`,
      `app://chatvault/asset/${id.slice(1)}`,
      `app://chatvault/asset/${id}?x`,
      `app://chatvault/asset/..%2f${id}`,
      `app://other/asset/${id}`,
      `app://chatvault/assets/${id}`,
    ]) {
      expect(assetOf(address)).toBeNull();
    }
  });
});
