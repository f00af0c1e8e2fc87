import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { KeySlot, unwrapKey, wrapKey } from './key-slot';

const key = randomBytes(32);
const WORKSPACE = 'workspace-1';
// With a letter that can be composed in two ways, and a ligature.
const passphrase = 'Caf\u00e9 \ufb01ne und gut';
let slot: KeySlot;

beforeAll(async () => {
  slot = await wrapKey(key, passphrase, { id: 'slot-1', userId: 'user-1', workspaceId: WORKSPACE });
});

const open = (changed: Partial<KeySlot> = {}, with_ = passphrase, workspaceId = WORKSPACE) =>
  unwrapKey({ ...slot, ...changed }, with_, workspaceId);

describe('a key slot', () => {
  it('gives the key back for its passphrase', async () => {
    expect(await open()).toEqual(key);
  });

  it('knows the passphrase however its letters were composed on another keyboard', async () => {
    expect(await open({}, passphrase.normalize('NFD'))).toEqual(key);
    expect(await open({}, 'Cafe\u0301 fine und gut')).toEqual(key);
  });

  it.each(['', 'caf\u00e9 \ufb01ne und gut', 'Cafe fine und gut'])(
    'is not opened by %j',
    async (wrong) => {
      await expect(open({}, wrong)).rejects.toThrow('workspace.wrong_passphrase');
    },
  );

  it('holds neither the key nor the passphrase, and a salt of its own each time', async () => {
    const text = JSON.stringify(slot);
    for (const secret of [key.toString('base64'), key.toString('hex'), passphrase]) {
      expect(text).not.toContain(secret);
    }
    const owner = { id: 'slot-1', userId: 'user-1', workspaceId: WORKSPACE };
    const other = await wrapKey(key, passphrase, owner);
    expect(other.kdf.salt).not.toBe(slot.kdf.salt);
    expect(other.wrap.iv).not.toBe(slot.wrap.iv);
    expect(other.wrap.key).not.toBe(slot.wrap.key);
  });

  it('uses scrypt at least as strongly as OWASP asks', () => {
    const { N, r, p, salt } = slot.kdf;
    expect(N * r * p).toBeGreaterThanOrEqual(2 ** 17 * 8);
    expect(Buffer.from(salt, 'base64').length).toBeGreaterThanOrEqual(16);
  });
});

describe('a tampered key slot', () => {
  const flipped = (base64: string): string => {
    const bytes = Buffer.from(base64, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    return bytes.toString('base64');
  };

  it.each<[string, () => Partial<KeySlot>]>([
    ['its wrapped key', () => ({ wrap: { ...slot.wrap, key: flipped(slot.wrap.key) } })],
    ['its tag', () => ({ wrap: { ...slot.wrap, tag: flipped(slot.wrap.tag) } })],
    ['a shorter tag', () => ({ wrap: { ...slot.wrap, tag: slot.wrap.tag.slice(0, 16) } })],
    ['its vector', () => ({ wrap: { ...slot.wrap, iv: flipped(slot.wrap.iv) } })],
    ['no vector', () => ({ wrap: { ...slot.wrap, iv: '' } })],
    ['its salt', () => ({ kdf: { ...slot.kdf, salt: flipped(slot.kdf.salt) } })],
    ['weaker parameters', () => ({ kdf: { ...slot.kdf, N: 2 ** 14 } })],
    ['its id', () => ({ id: 'slot-2' })],
    ['another user', () => ({ userId: 'user-2' })],
  ])('is refused with %s', async (_, change) => {
    await expect(open(change())).rejects.toThrow('workspace.wrong_passphrase');
  });

  it('is refused in another workspace', async () => {
    await expect(open({}, passphrase, 'workspace-2')).rejects.toThrow('workspace.wrong_passphrase');
  });

  it.each([
    { N: 2 ** 13 },
    { N: 2 ** 21 },
    { N: 2 ** 17 + 1 },
    { N: -1 },
    { r: 1 },
    { r: 1_000 },
    { p: 0 },
    { p: 100 },
    { name: 'pbkdf2' },
    { salt: '?' },
  ])('is not even tried with %j', (change) => {
    const tampered = { ...slot, kdf: { ...slot.kdf, ...change } };
    expect(KeySlot.safeParse(tampered).success).toBe(false);
  });
});
