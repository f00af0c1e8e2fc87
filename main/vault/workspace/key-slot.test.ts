import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fakeKeystore } from '../../../tests/support/keystore';
import {
  type SecretKind,
  SecretSlot,
  unwrapWithKeystore,
  unwrapWithSecret,
  wrapWithKeystore,
  wrapWithSecret,
} from './key-slot';

/** More than the least, for a tampered slot to claim less. */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const privateKey = randomBytes(48);
const owner = { workspaceId: 'workspace-1', userId: 'user-1' };
// With a letter that can be composed in two ways, and a ligature.
const passphrase = 'Caf\u00e9 \ufb01ne und gut';
let slot: SecretSlot;

beforeAll(async () => {
  slot = await wrapWithSecret('passphrase', privateKey, passphrase, owner, COST);
});

const open = (
  changed: Partial<SecretSlot> = {},
  secret = passphrase,
  by = owner,
  kind: SecretKind = 'passphrase',
) => unwrapWithSecret(kind, { ...slot, ...changed }, secret, by);

const flipped = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a slot for a passphrase', () => {
  it('gives the private key back for its passphrase', async () => {
    expect(await open()).toEqual(privateKey);
  });

  it('knows the passphrase however its letters were composed on another keyboard', async () => {
    expect(await open({}, passphrase.normalize('NFD'))).toEqual(privateKey);
    expect(await open({}, 'Cafe\u0301 fine und gut')).toEqual(privateKey);
  });

  it.each([
    '',
    'Caf\u00e9 \ufb01ne und gu',
    'caf\u00e9 \ufb01ne und gut',
    ' Caf\u00e9 \ufb01ne und gut',
    'Cafe fine und gut',
  ])('is not opened by %j', async (wrong) => {
    await expect(open({}, wrong)).rejects.toThrow('workspace.wrong_passphrase');
  });

  it('holds neither the key nor the passphrase, and a salt of its own each time', async () => {
    const text = JSON.stringify(slot);
    for (const secret of [privateKey.toString('base64'), privateKey.toString('hex'), passphrase]) {
      expect(text).not.toContain(secret);
    }
    const other = await wrapWithSecret('passphrase', privateKey, passphrase, owner, COST);
    expect(other.kdf.salt).not.toBe(slot.kdf.salt);
    expect(other.box.iv).not.toBe(slot.box.iv);
    expect(other.box.data).not.toBe(slot.box.data);
  });

  it('says at what cost it was made', () => {
    expect(slot.kdf).toMatchObject({ name: 'scrypt', ...COST });
  });
});

describe('a slot for a recovery code', () => {
  const code = '4GKT-9XLA-MQ7C-UWE3-6DHN-VPYR-TFJ4';

  it('takes the code as it is read off paper, and no other', async () => {
    const recovery = await wrapWithSecret('recovery', privateKey, code, owner, COST);
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code}\n`]) {
      expect(await unwrapWithSecret('recovery', recovery, typed, owner)).toEqual(privateKey);
    }
    await expect(
      unwrapWithSecret('recovery', recovery, code.replace('4', '6'), owner),
    ).rejects.toThrow('workspace.wrong_recovery_code');
    await expect(unwrapWithSecret('recovery', null, code, owner)).rejects.toThrow(
      'workspace.wrong_recovery_code',
    );
    await expect(unwrapWithSecret('passphrase', recovery, code, owner)).rejects.toThrow();
  });
});

describe('a tampered slot', () => {
  it.each<[string, () => Partial<SecretSlot>]>([
    ['its wrapped key', () => ({ box: { ...slot.box, data: flipped(slot.box.data) } })],
    ['its tag', () => ({ box: { ...slot.box, tag: flipped(slot.box.tag) } })],
    ['a shorter tag', () => ({ box: { ...slot.box, tag: slot.box.tag.slice(0, 8) } })],
    ['its vector', () => ({ box: { ...slot.box, iv: flipped(slot.box.iv) } })],
    ['no vector', () => ({ box: { ...slot.box, iv: '' } })],
    ['its salt', () => ({ kdf: { ...slot.kdf, salt: flipped(slot.kdf.salt) } })],
    ['weaker parameters', () => ({ kdf: { ...slot.kdf, N: 2 ** 14 } })],
  ])('is refused with %s', async (_, change) => {
    await expect(open(change())).rejects.toThrow('workspace.wrong_passphrase');
  });

  it.each([
    ['another workspace', { ...owner, workspaceId: 'workspace-2' }],
    ['another user', { ...owner, userId: 'user-2' }],
  ])('is refused in %s', async (_, other) => {
    await expect(open({}, passphrase, other)).rejects.toThrow('workspace.wrong_passphrase');
  });

  it('is refused as one of another kind', async () => {
    await expect(open({}, passphrase, owner, 'recovery')).rejects.toThrow(
      'workspace.wrong_recovery_code',
    );
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
    expect(SecretSlot.safeParse(tampered).success).toBe(false);
  });
});

describe('a slot for the key store', () => {
  const UNAVAILABLE = 'workspace.keystore_unavailable';

  it('gives the private key back on this computer, and gives none of it away', async () => {
    const keystore = fakeKeystore();
    const wrapped = await wrapWithKeystore(keystore, privateKey, owner);
    expect(await unwrapWithKeystore(keystore, wrapped, owner)).toEqual(privateKey);
    expect(JSON.stringify(wrapped)).not.toContain(privateKey.toString('base64'));
    expect(keystore.seen.some((plain) => plain.includes(privateKey))).toBe(false);
  });

  it('is refused by another key store, a lost one, a locked one, and for another user', async () => {
    const keystore = fakeKeystore();
    const wrapped = await wrapWithKeystore(keystore, privateKey, owner);
    const opening = (by = fakeKeystore(), of: typeof wrapped | null = wrapped, whose = owner) =>
      expect(unwrapWithKeystore(by, of, whose)).rejects.toThrow(UNAVAILABLE);
    await opening(fakeKeystore());
    await opening(keystore, null);
    await opening(keystore, wrapped, { ...owner, userId: 'user-2' });
    keystore.state = 'locked';
    await opening(keystore);
    keystore.state = 'none';
    await opening(keystore);
  });

  it.each(['none', 'locked'] as const)('is not made with a key store that is %s', async (state) => {
    const keystore = fakeKeystore();
    keystore.state = state;
    await expect(wrapWithKeystore(keystore, privateKey, owner)).rejects.toThrow(UNAVAILABLE);
  });
});
