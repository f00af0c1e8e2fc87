import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AppError,
  type ChannelName,
  channels,
  ErrorCode,
  MAX_FILE_BYTES,
  type Result,
  ROLES,
  type Role,
} from '../../preload/contract';
import type { AppContext } from '../foundation/operation/context';
import { Calls } from './calls';
import { Router } from './router';
import type { UnlockedWorkspace } from './unlocked-workspace';

const names = Object.keys(channels) as ChannelName[];
const guarded = names.filter((name) => Array.isArray(channels[name].access));
const ofKiosk = names.filter((name) => channels[name].access === 'kiosk');

/** As much of an unlocked workspace as a call needs whose operation asks for nothing. */
function unlockedBy(
  user: { role: Role; passphraseIsTemporary?: boolean },
  isClosed = false,
): UnlockedWorkspace {
  const contextOf = () => ({});
  const unlocked = { signedIn: () => user, isClosed, calls: new Calls(), contextOf };
  return unlocked as unknown as UnlockedWorkspace;
}

/** A router whose operations only say that they were reached. */
function routerFor(role: Role | 'locked', answer: () => unknown = () => undefined) {
  const reached: unknown[] = [];
  const failures: unknown[] = [];
  const operation = async (_: unknown, input: unknown) => {
    reached.push(input);
    return answer() as never;
  };
  const router = new Router({
    operationOn: () => operation,
    app: {} as AppContext,
    unlocked: async () => {
      if (role === 'locked') throw new AppError('workspace.locked');
      return unlockedBy({ role });
    },
    logFailure: (_, error) => failures.push(error),
  });
  return { router, reached, failures };
}

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

/** What can come through structured cloning, and what cannot but might be tried. */
const junk = fc.oneof(
  fc.anything({
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
  fc.constantFrom<unknown>(
    null,
    Number.NaN,
    '__proto__',
    JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":{}}}'),
    { id: { toString: 'x' } },
    { id: ['a'] },
    { id: '../../etc/passwd' },
    { id: 'a'.repeat(65) },
    { id: '' },
    { table: 'users' },
    { table: 'participations; drop table users', limit: 1 },
    { table: 'participations', limit: 501 },
    { table: 'participations', limit: 0.5 },
    { table: 'participations', confirmedRows: -1 },
    {
      selection: { tables: ['participations'], channels: 'all', language: 'en' },
      purpose: 'Send the prizes',
      accepted: ['delete_soon'],
    },
    { passphrase: '' },
    { userId: 'a', passphrase: '' },
    { id: 'a', role: 'owner' },
    { code: '=1+1' },
    { name: ' ', passphrase: 'long enough passphrase' },
    { storeData: 'false' },
    { language: 'fr' },
    () => 'function',
    Symbol('symbol'),
  ),
);

describe('a channel', () => {
  it.each(['', 'constructor', '__proto__', 'toString', 'exports.Save', 'workspace', 42, null, {}])(
    'that is not in the contract, %j, is refused',
    async (name) => {
      const { router, reached } = routerFor('admin');
      expect(codeOf(await router.call(name, undefined))).toBe('ipc.unknown_channel');
      expect(reached).toEqual([]);
    },
  );

  it.each(names)('%s: junk of any shape is refused before it reaches anything', async (name) => {
    await fc.assert(
      fc.asyncProperty(junk, async (input) => {
        const { router, reached } = routerFor('admin');
        const isValid = channels[name].input.safeParse(input).success;
        const caller = ofKiosk.includes(name) ? 'kiosk' : 'user';
        const code = codeOf(await router.call(name, input, caller));
        expect(reached.length > 0).toBe(isValid);
        if (!isValid) expect(code).toBe('ipc.invalid_input');
        else expect(['ok', 'internal']).toContain(code);
      }),
      { numRuns: 100 },
    );
  });

  it.each(guarded)('%s does nothing while the workspace is locked', async (name) => {
    const { router, reached } = routerFor('locked');
    for (const input of [undefined, {}, { id: 'a' }]) {
      expect(codeOf(await router.call(name, input))).toBe('workspace.locked');
    }
    expect(reached).toEqual([]);
  });
});

describe('a user whose passphrase an administrator has set', () => {
  it.each(guarded)('%s', async (name) => {
    const reached: unknown[] = [];
    const router = new Router({
      operationOn: () => async () => reached.push(name) as never,
      app: {} as AppContext,
      unlocked: async () => unlockedBy({ role: 'admin', passphraseIsTemporary: true }),
      logFailure: () => undefined,
    });
    const code = codeOf(await router.call(name, undefined));
    const isOpen = ['me.view', 'me.changePassphrase', 'workspace.lock'].includes(name);
    expect(code === 'user.passphrase_temporary').toBe(!isOpen);
    if (!isOpen) expect(reached).toEqual([]);
  });
});

describe('each role on each channel', () => {
  const ALL = 'admin editor viewer steward auditor';
  /** Written down by hand, for a change of the contract to be noticed here. */
  const allowed: Record<ChannelName, string> = {
    'workspace.status': `locked ${ALL}`,
    'workspace.create': `locked ${ALL}`,
    'workspace.keystoreAvailable': `locked ${ALL}`,
    'workspace.unlock': `locked ${ALL}`,
    'workspace.unlockWithKeystore': `locked ${ALL}`,
    'workspace.recover': `locked ${ALL}`,
    'workspace.rotateKey': 'admin',
    'workspace.dismissSlotsWarning': 'admin',
    'workspace.lock': ALL,
    'window.readyToClose': `locked ${ALL}`,
    'workspace.settings': ALL,
    'workspace.setStoreData': 'admin',
    'workspace.setIdleLock': 'admin',
    'workspace.setClockJump': 'admin',
    'workspace.setAuditRetention': 'admin',
    'preferences.get': `locked ${ALL}`,
    'preferences.set': `locked ${ALL}`,
    'users.list': 'admin',
    'users.add': 'admin',
    'users.setRole': 'admin',
    'users.setDisabled': 'admin',
    'users.remove': 'admin',
    'users.resetPassphrase': 'admin',
    'memory.recall': ALL,
    'memory.remember': ALL,
    'memory.keepPlace': ALL,
    'memory.place': ALL,
    'me.view': ALL,
    'me.changePassphrase': ALL,
    'me.setKeystore': ALL,
    'me.makeRecoveryCode': ALL,
    'me.copyRecoveryCode': ALL,
    'me.printRecoveryCode': ALL,
    'modules.list': ALL,
    'assets.add': 'admin editor',
    'experiences.list': ALL,
    'experiences.get': 'admin editor',
    'experiences.create': 'admin editor',
    'experiences.samples': 'admin editor',
    'experiences.rename': 'admin editor',
    'experiences.saveDraft': 'admin editor',
    'experiences.variables': 'admin editor',
    'experiences.rowCounts': 'admin editor',
    'experiences.problemCounts': 'admin editor',
    'experiences.duplicate': 'admin editor',
    'experiences.setArchived': 'admin editor',
    'experiences.publishedInto': 'admin editor',
    'experiences.storedRows': 'admin editor',
    'experiences.delete': 'admin editor',
    'experiences.deleteWithRows': 'admin',
    'translations.builtIn': 'admin editor',
    'translations.export': 'admin editor',
    'translations.chooseImport': 'admin editor',
    'experiences.export': 'admin editor',
    'experiences.chooseImport': 'admin editor',
    'experiences.copyReport': 'admin editor',
    'experiences.import': 'admin editor',
    'experiences.copyModules': 'admin editor',
    'experiences.pasteModules': 'admin editor',
    'versions.list': 'admin editor',
    'versions.get': 'admin editor',
    'versions.publish': 'admin editor',
    'versions.unpublish': 'admin editor',
    'versions.rename': 'admin editor',
    'versions.restore': 'admin editor',
    'versions.discard': 'admin editor',
    'chat.start': 'admin editor',
    'chat.answer': 'admin editor',
    'chat.openLink': 'admin editor',
    'chat.openAddress': 'admin editor',
    'chat.idle': 'admin editor',
    'chat.back': 'admin editor',
    'chat.setLanguage': 'admin editor',
    'chat.copy': 'admin editor',
    'preview.rows': 'admin editor',
    'appearance.default': ALL,
    'appearance.setDefault': 'admin editor',
    'kiosk.offers': 'admin editor',
    'preview.view': 'admin editor',
    'preview.show': 'admin editor',
    'preview.close': 'admin editor',
    'preview.tell': 'admin editor',
    'kiosk.start': 'admin editor',
    'kiosk.isPending': `locked ${ALL}`,
    'kiosk.view': '',
    'kiosk.begin': '',
    'kiosk.answer': '',
    'kiosk.openLink': '',
    'kiosk.idle': '',
    'kiosk.back': '',
    'kiosk.setLanguage': '',
    'kiosk.reset': '',
    'kiosk.leave': '',
    'preview.deleteRows': 'admin editor',
    'codes.pools': 'admin editor',
    'draws.giveaways': 'admin steward',
    'draws.list': 'admin steward',
    'draws.places': 'admin steward',
    'draws.readExclusions': 'admin steward',
    'draws.prepare': 'admin steward',
    'draws.run': 'admin steward',
    'draws.discard': 'admin steward',
    'draws.decline': 'admin steward',
    'draws.followUp': 'admin steward',
    'draws.takeBack': 'admin steward',
    'draws.setReplyBy': 'admin steward',
    'draws.letter': 'admin steward',
    'draws.setLetter': 'admin steward',
    'draws.saveRecord': 'admin steward',
    'records.report': 'admin steward auditor',
    'records.save': 'admin steward auditor',
    'records.details': 'admin steward auditor',
    'records.review': 'admin steward auditor',
    'records.setDetails': 'admin steward',
    'codes.choose': 'admin editor',
    'codes.look': 'admin editor',
    'codes.read': 'admin editor',
    'codes.cancel': 'admin editor',
    'codes.import': 'admin editor',
    'codes.discard': 'admin editor',
    'codes.rename': 'admin editor',
    'codes.delete': 'admin editor',
    'deletions.begin': ALL,
    'deletions.undo': ALL,
    'deletions.finish': ALL,
    'deletions.refused': ALL,
    'legal.list': 'admin editor viewer steward auditor',
    'legal.get': 'admin editor viewer steward auditor',
    'legal.create': 'admin editor',
    'legal.rename': 'admin editor',
    'legal.saveDraft': 'admin editor',
    'legal.discardDraft': 'admin editor',
    'legal.publish': 'admin editor',
    'legal.setArchived': 'admin editor',
    'legal.delete': 'admin editor',
    'legal.copyHash': 'admin editor viewer steward auditor',
    'legal.privacyNotice': 'admin editor',
    'chat.legalText': 'admin editor',
    'kiosk.legalText': '',
    'kiosk.legalOffer': '',
    'chat.forget': 'admin editor',
    'explore.run': 'admin editor',
    'explore.cancel': 'admin editor',
    'dashboard.participations': 'admin viewer steward auditor',
    'dashboard.funnel': 'admin viewer steward auditor',
    'dashboard.conversations': 'admin viewer steward auditor',
    'dashboard.storage': 'admin viewer steward auditor',
    'data.tables': 'admin viewer steward',
    'data.page': 'admin viewer steward',
    'data.ids': 'admin viewer steward',
    'data.row': 'admin viewer steward',
    'data.filterChoices': 'admin viewer steward',
    'files.view': 'admin steward',
    'files.save': 'admin steward',
    'data.deleteRow': 'admin steward',
    'data.deleteAll': 'admin steward',
    'data.cancelDeletion': 'admin steward',
    'masking.view': 'admin viewer steward',
    'masking.setRule': 'admin',
    'masking.setMine': 'admin viewer steward',
    'masking.reveal': 'admin viewer steward',
    'masking.hide': 'admin viewer steward',
    'views.list': 'admin viewer steward',
    'views.save': 'admin viewer steward',
    'views.rename': 'admin viewer steward',
    'views.remove': 'admin viewer steward',
    'storage.selfTest': 'admin auditor',
    'retention.status': ALL,
    'retention.sweep': 'admin steward',
    'retention.cancelSweep': 'admin steward',
    'retention.confirmClock': 'admin',
    'retention.rules': 'admin editor steward auditor',
    'retention.policy': 'admin editor steward auditor',
    'retention.impact': 'admin',
    'retention.setRule': 'admin',
    'retention.calendar': 'admin editor steward auditor',
    'retention.totals': 'admin editor steward auditor',
    'retention.receipts': 'admin editor steward auditor',
    'holds.list': 'admin viewer steward',
    'holds.giveaways': 'admin steward',
    'holds.request': 'admin steward',
    'holds.approve': 'admin steward',
    'holds.end': 'admin steward',
    'exports.habits': 'admin steward',
    'exports.setHabits': 'admin steward',
    'exports.count': 'admin steward',
    'exports.prepare': 'admin steward',
    'exports.prepareReleased': 'admin steward',
    'exports.list': 'admin steward auditor',
    'exports.requestRelease': 'admin steward',
    'exports.decide': 'admin steward',
    'exports.withdraw': 'admin steward',
    'exports.markDeleted': 'admin steward',
    'exports.fileState': 'admin steward',
    'exports.showFile': 'admin steward',
    'exports.deleteFile': 'admin steward',
    'exports.settings': 'admin steward auditor',
    'exports.setSettings': 'admin',
    'exports.copyPassword': 'admin steward',
    'exports.save': 'admin steward',
    'privacy.suggest': 'admin viewer steward',
    'privacy.search': 'admin viewer steward',
    'privacy.find': 'admin viewer steward',
    'privacy.timeline': 'admin viewer steward',
    'privacy.prepareAccess': 'admin steward',
    'privacy.previewErasure': 'admin steward',
    'privacy.erase': 'admin steward',
    'privacy.certificates': 'admin steward',
    'privacy.copyReference': 'admin steward',
    'privacy.copyErasureText': 'admin steward',
    'privacy.saveCertificate': 'admin steward',
    'requests.list': 'admin viewer steward',
    'requests.get': 'admin viewer steward',
    'requests.enter': 'admin steward',
    'requests.takeOver': 'admin steward',
    'requests.identify': 'admin steward',
    'requests.extend': 'admin steward',
    'requests.close': 'admin steward',
    'requests.settings': 'admin viewer steward',
    'requests.setSettings': 'admin',
    'requests.copyInstructions': 'admin steward',
    'exports.cancel': 'admin steward',
    'exports.discard': 'admin steward',
    'audit.page': 'admin auditor',
    'audit.users': 'admin auditor',
    'audit.copyHead': 'admin auditor',
    'audit.verify': 'admin auditor',
    'audit.export': 'admin auditor',
    'backup.last': 'admin',
    'backup.save': 'admin',
    'backup.cancel': 'admin',
    'backup.checkIntegrity': 'admin',
    'backup.restore': `locked ${ALL}`,
  };

  it.each(names)('%s', async (name) => {
    const through: string[] = [];
    for (const role of ['locked', ...ROLES] as const) {
      // Whoever is let through fails at the shape or in the handler instead.
      const code = codeOf(await routerFor(role).router.call(name, 'no input of any channel'));
      if (code !== 'ipc.forbidden' && code !== 'workspace.locked') through.push(role);
    }
    expect(through.join(' ')).toBe(allowed[name]);
  });
});

describe('the window of a kiosk', () => {
  it.each(names)('%s', async (name) => {
    for (const role of ROLES) {
      const { router, reached } = routerFor(role);
      const code = codeOf(await router.call(name, 'no input of any channel', 'kiosk'));
      expect(code === 'ipc.forbidden').toBe(!ofKiosk.includes(name));
      expect(reached).toEqual([]);
    }
  });

  it('gets nothing while the workspace is locked', async () => {
    for (const name of ofKiosk) {
      const { router } = routerFor('locked');
      expect(codeOf(await router.call(name, undefined, 'kiosk'))).toBe('workspace.locked');
    }
  });
});

describe('a role that was changed', () => {
  it('counts from the next call on', async () => {
    const user = { role: 'admin' as Role };
    const router = new Router({
      operationOn: () => () => [] as never,
      app: {} as AppContext,
      unlocked: async () => unlockedBy(user),
      logFailure: () => undefined,
    });
    expect(codeOf(await router.call('users.list', undefined))).toBe('ok');
    user.role = 'viewer';
    expect(codeOf(await router.call('users.list', undefined))).toBe('ipc.forbidden');
  });
});

describe('an input', () => {
  it('that is far too large is refused before it is looked at', async () => {
    const { router, reached } = routerFor('admin');
    const text = 'x'.repeat(33 * 1024 * 1024);
    expect(codeOf(await router.call('workspace.unlock', { passphrase: text }))).toBe(
      'ipc.too_large',
    );
    expect(reached).toEqual([]);
  });

  it('of a file counts by its bytes, up to the largest that a participant may send', async () => {
    const send = (bytes: number) => {
      const answer = { kind: 'file', name: 'photo.jpg', bytes: new Uint8Array(bytes) };
      return routerFor('admin').router.call('chat.answer', { sessionId: 'a', answer });
    };
    expect(codeOf(await send(MAX_FILE_BYTES))).toBe('internal');
    expect(codeOf(await send(MAX_FILE_BYTES + 1))).toBe('ipc.invalid_input');
    expect(codeOf(await send(33 * 1024 * 1024))).toBe('ipc.too_large');
  });

  it('that goes round in circles, holds big integers or throws when it is read is refused', async () => {
    const { router } = routerFor('admin');
    const circle: Record<string, unknown> = { id: 'a' };
    circle.self = circle;
    const trap = {
      id: 'a',
      toJSON: () => {
        throw new Error('Trap.');
      },
    };
    for (const input of [circle, { id: 1n }, trap]) {
      expect(codeOf(await router.call('experiences.get', input))).toBe('ipc.invalid_input');
    }
  });

  it.each([100, 1_000, 5_000, 100_000])(
    'that is nested %i levels deep is refused or accepted, never fatal',
    async (depth) => {
      const { router } = routerFor('admin', () => ({
        revision: 1,
        problems: [],
        published: null,
      }));
      let nested: unknown = 'x';
      for (let level = 0; level < depth; level++) nested = [nested];
      const module = { id: 'a', type: 'message', settings: { nested }, position: { x: 0, y: 0 } };
      const draft = { start: 'a', modules: [module], edges: [] };
      const code = codeOf(
        await router.call('experiences.saveDraft', { id: 'a', draft, revision: 1 }),
      );
      expect(['ok', 'ipc.invalid_input']).toContain(code);
    },
  );

  it('loses what the contract does not name before it reaches anything', async () => {
    const { router, reached } = routerFor('admin');
    await router.call('experiences.rename', { id: 'a', name: ' Name ', role: 'admin' });
    expect(reached).toEqual([{ id: 'a', name: 'Name' }]);
  });
});

describe('an answer', () => {
  it('leaves out what the contract does not name', async () => {
    const { router } = routerFor('admin', () => ({ ticket: 'a', password: 'b', key: 'secret' }));
    const accepted = ['delete_soon', 'no_unencrypted', 'keep_secret', 'own_risk'];
    expect(
      await router.call('exports.prepare', {
        selection: { tables: ['participations'], channels: 'all', language: 'en' },
        purpose: 'Send the prizes',
        accepted,
      }),
    ).toEqual({
      ok: true,
      value: { ticket: 'a', password: 'b' },
    });
  });

  it('that breaks the contract is an internal error, and is logged', async () => {
    const { router, failures } = routerFor('admin', () => ({ ticket: 42 }));
    expect(codeOf(await router.call('workspace.status', undefined))).toBe('internal');
    expect(failures).toHaveLength(1);
  });

  it('says which known failure it was, without logging it', async () => {
    const { router, failures } = routerFor('admin', () => {
      throw new AppError('data.count_changed', { rows: 3 });
    });
    expect(await router.call('workspace.status', undefined)).toEqual({
      ok: false,
      error: { code: 'data.count_changed', params: { rows: 3 } },
    });
    expect(failures).toEqual([]);
  });

  it('says nothing of an unknown failure but that there was one, and logs it', async () => {
    const { router, failures } = routerFor('admin', () => {
      throw new Error('select * from users where passphrase = secret');
    });
    expect(await router.call('workspace.status', undefined)).toEqual({
      ok: false,
      error: { code: 'internal', params: {} },
    });
    expect(failures).toHaveLength(1);
  });

  it('that fails because the workspace was locked meanwhile says so', async () => {
    const router = new Router({
      operationOn: () => () => Promise.reject(new Error('destroyed')),
      app: {} as AppContext,
      unlocked: async () => unlockedBy({ role: 'viewer' }, true),
      logFailure: () => expect.unreachable(),
    });
    expect(codeOf(await router.call('workspace.settings', undefined))).toBe('workspace.locked');
  });

  it('explains a full disk and a damaged database wherever they show', async () => {
    for (const [code, known] of [
      ['SQLITE_FULL', 'workspace.disk_full'],
      ['SQLITE_CORRUPT', 'workspace.database_damaged'],
    ]) {
      const { router } = routerFor('admin', () => {
        throw Object.assign(new Error('disk'), { code });
      });
      expect(codeOf(await router.call('workspace.status', undefined))).toBe(known);
    }
  });
});

it('has a code for every failure that it can name', () => {
  expect(ErrorCode.options).toEqual([...new Set(ErrorCode.options)]);
});
