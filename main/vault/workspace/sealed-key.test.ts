import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newKeyPair, sealKey, unsealKey } from './sealed-key';

const owner = { workspaceId: 'workspace-1', userId: 'user-1' };
const key = randomBytes(32);
const pair = newKeyPair();
const sealed = sealKey(key, pair.publicKey, owner);

describe('a key sealed to a public key', () => {
  it('is opened by the private key', () => {
    expect(unsealKey(sealed, pair.privateKey, owner)).toEqual(key);
  });

  it('is sealed otherwise each time, and does not show', () => {
    const again = sealKey(key, pair.publicKey, owner);
    expect(again.ephemeral).not.toBe(sealed.ephemeral);
    expect(again.box.data).not.toBe(sealed.box.data);
    expect(JSON.stringify(sealed)).not.toContain(key.toString('base64'));
  });

  it.each([
    ['another private key', () => unsealKey(sealed, newKeyPair().privateKey, owner)],
    ['another user', () => unsealKey(sealed, pair.privateKey, { ...owner, userId: 'user-2' })],
    [
      'another workspace',
      () => unsealKey(sealed, pair.privateKey, { ...owner, workspaceId: 'workspace-2' }),
    ],
    [
      'another ephemeral key',
      () => unsealKey({ ...sealed, ephemeral: newKeyPair().publicKey }, pair.privateKey, owner),
    ],
    [
      'a key of no curve',
      () => unsealKey({ ...sealed, ephemeral: 'AAAA' }, pair.privateKey, owner),
    ],
    [
      'another box',
      () =>
        unsealKey(
          { ...sealed, box: sealKey(key, pair.publicKey, owner).box },
          pair.privateKey,
          owner,
        ),
    ],
  ])('is not opened with %s', (_, open) => {
    expect(open).toThrow('workspace.slots_damaged');
  });
});
