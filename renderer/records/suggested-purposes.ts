import type enRecords from '../../resources/locales/en/records.json';
import type { Part } from './checks';

type Purpose = keyof typeof enRecords.purposes;

/** What modules are usually there for; each purpose is suggested once. */
const BY_MODULE: Readonly<Record<string, Purpose>> = {
  giveaway: 'giveaway',
  advent_door: 'giveaway',
  instant_win: 'instant_win',
  consent: 'consent',
  questionnaire: 'questionnaire',
  rating: 'questionnaire',
  quiz: 'quiz',
  file_upload: 'file_upload',
  loyalty_points: 'loyalty',
  loyalty_rewards: 'loyalty',
  loyalty_redemption: 'loyalty',
  code_entry: 'code_entry',
  coupon_code: 'coupon_code',
  signature: 'signature',
};

export function suggestedPurposes(part: Extract<Part, { kind: 'own' | 'experience' }>): Purpose[] {
  if (part.kind === 'own') return [part.own];
  return [...new Set(part.experience.modules.flatMap((type) => BY_MODULE[type] ?? []))];
}
