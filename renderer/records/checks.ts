import {
  type ActivityDetails,
  NO_DETAILS,
  OWN_ACTIVITIES,
  type OwnActivity,
  type RecordDetails,
  type RecordedExperience,
} from '../../preload/contract';

/** What Article 30 asks for and is not stated yet. */
export type Missing =
  | 'controller'
  | 'contact'
  | 'officer'
  | 'purpose'
  | 'basis'
  | 'interest'
  | 'recipients'
  | 'contract'
  | 'safeguard'
  | 'reviewed'
  | 'nextReview';

/** What does not seem to fit together. Only people can tell. */
export type Doubt = 'consentNotAsked' | 'consentNotNamed' | 'noWithdrawal' | 'interestMissingBasis';

/** A part of the editor: ids of experiences have an own kind, since they may be any text. */
export type Part =
  | { readonly kind: 'responsible' }
  | { readonly kind: 'review' }
  | { readonly kind: 'own'; readonly own: OwnActivity }
  | { readonly kind: 'experience'; readonly experience: RecordedExperience };

export function partsOf(experiences: readonly RecordedExperience[]): Part[] {
  return [
    { kind: 'responsible' },
    ...experiences.map((experience): Part => ({ kind: 'experience', experience })),
    ...OWN_ACTIVITIES.map((own): Part => ({ kind: 'own', own })),
    { kind: 'review' },
  ];
}

export const keyOf = (part: Part): string => {
  if (part.kind === 'own') return `own ${part.own}`;
  return part.kind === 'experience' ? `experience ${part.experience.id}` : part.kind;
};

export function activityOf(
  details: RecordDetails,
  part: Extract<Part, { kind: 'own' | 'experience' }>,
): ActivityDetails {
  return part.kind === 'own'
    ? details.own[part.own]
    : (details.activities[part.experience.id] ?? NO_DETAILS);
}

export function missingIn(part: Part, details: RecordDetails): Missing[] {
  const { controller, contact, dataProtectionOfficer, reviewedBy, reviewedOn, nextReview } =
    details;
  switch (part.kind) {
    case 'responsible':
      return given({
        controller: controller.name === '',
        contact: contact === '',
        officer: dataProtectionOfficer === '',
      });
    case 'review':
      return given({
        reviewed: reviewedBy === '' || reviewedOn === null,
        nextReview: nextReview === null,
      });
    default:
      return missingOf(activityOf(details, part));
  }
}

function missingOf(activity: ActivityDetails): Missing[] {
  const { purpose, bases, legalBasis, interest, recipients, processors, transfers } = activity;
  return given({
    purpose: purpose === '',
    basis: bases.length === 0 && legalBasis === '',
    interest: bases.includes('f') && interest === '',
    recipients: recipients === '' && processors.length === 0,
    contract: processors.some(({ contractOn }) => contractOn === null),
    safeguard: transfers.some(({ safeguard }) => safeguard === ''),
  });
}

/** Where the stated basis and what the flow does may contradict each other. */
export function doubtsIn(part: Part, details: RecordDetails): Doubt[] {
  if (part.kind !== 'experience' && part.kind !== 'own') return [];
  const { bases, specialBasis, interest } = activityOf(details, part);
  const names = bases.includes('a') || specialBasis === 'a';
  const modules = part.kind === 'experience' ? part.experience.modules : null;
  const asks = modules?.includes('consent') ?? false;
  return given({
    consentNotAsked: modules !== null && names && !asks,
    consentNotNamed: bases.length > 0 && asks && !names,
    noWithdrawal: names && asks && !modules?.includes('withdraw_consent'),
    interestMissingBasis: interest !== '' && !bases.includes('f'),
  });
}

function given<T extends string>(facts: Record<T, boolean>): T[];
function given<T extends string>(facts: Partial<Record<T, boolean>>): T[] {
  return (Object.keys(facts) as T[]).filter((name) => facts[name]);
}
