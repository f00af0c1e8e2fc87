import type { Handlers } from './router';

export const privacyHandlers = {
  'privacy.suggest': ({ prefix }, { privacy }) => privacy.suggest(prefix),
  'privacy.find': ({ email }, { privacy }) => privacy.find(email),
  'privacy.timeline': (request, { privacy }) => privacy.timeline(request),
  'privacy.prepareAccess': ({ email, purpose, language }, { exports }) =>
    exports.prepareAccess({ email, purpose, language }),
  'privacy.previewErasure': ({ email }, { privacy }) => privacy.previewErasure(email),
  'privacy.erase': ({ email }, { privacy, user }) => privacy.erase(user, email),
  'privacy.certificates': (_, { privacy }) => privacy.certificates(),
  'privacy.copyReference': ({ seq }, { privacy }) => privacy.copyReference(seq),
  'privacy.saveCertificate': ({ seq, language }, { privacy }) =>
    privacy.saveCertificate(seq, language),
} satisfies Partial<Handlers>;
