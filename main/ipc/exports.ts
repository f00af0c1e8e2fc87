import { channels, type ExportRecord, permits } from '../../preload/contract';
import type { Unlocked } from '../workspace/unlocked';
import type { Handlers } from './router';

export const exportHandlers = {
  'exports.count': async (scope, { exports, exportRegister }) => ({
    ...(await exports.count(scope)),
    settings: await exportRegister.settings(),
  }),
  'exports.prepare': (request, { exports }) => exports.prepare(request),
  'exports.prepareReleased': ({ id, language }, { exports }) =>
    exports.prepareReleased(id, language),
  'exports.copyPassword': ({ ticket }, { exports }) => exports.copyPassword(ticket),
  'exports.save': ({ ticket }, { exports }) => exports.save(ticket),
  'exports.cancel': async ({ ticket }, { exports }) => exports.cancel(ticket),
  'exports.discard': async ({ ticket }, { exports }) => exports.discard(ticket),
  'exports.list': (_, unlocked) => records(unlocked),
  'exports.requestRelease': async ({ selection, purpose }, unlocked) => {
    await unlocked.exports.requestRelease(selection, purpose);
    return records(unlocked);
  },
  'exports.decide': async ({ id, isReleased }, unlocked) => {
    await unlocked.exportRegister.decide(unlocked.user, id, isReleased);
    return records(unlocked);
  },
  'exports.withdraw': async ({ id }, unlocked) => {
    await unlocked.exportRegister.withdraw(unlocked.user, id);
    return records(unlocked);
  },
  'exports.markDeleted': async ({ id }, unlocked) => {
    await unlocked.exportRegister.markDeleted(unlocked.user, id);
    return records(unlocked);
  },
  'exports.fileState': ({ id }, { exportRegister }) => exportRegister.fileState(id),
  'exports.deleteFile': ({ id }, { exportRegister, user }) => exportRegister.deleteFile(user, id),
  'exports.settings': (_, { exportRegister }) => exportRegister.settings(),
  'exports.setSettings': (settings, { exportRegister, user }) =>
    exportRegister.setSettings(user, settings),
} satisfies Partial<Handlers>;

/** Where files lie is for those who may export. */
function records({ exportRegister, user }: Unlocked): Promise<ExportRecord[]> {
  return exportRegister.list(permits(channels['exports.save'].access, user.role));
}
