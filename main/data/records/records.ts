import {
  type ActivityDetails,
  Graph,
  type Language,
  NO_DETAILS,
  OWN_ACTIVITIES,
  type Policy,
  type RecordDetails,
  type Report,
} from '../../../preload/contract';
import { indexFlow } from '../../chat/flow/flow-index';
import { type PossibleWrites, possibleWrites } from '../../chat/flow/possible-writes';
import { moduleOf } from '../../chat/modules';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { readRules } from '../../vault/retention/rules';
import { measures } from './measures';
import { basisText, processorText, transferText } from './stated';
import { storedBy } from './stored-by';
import { fill, type Words, wordsOf } from './words';

type Section = Report['sections'][number];
type Fact = NonNullable<Section['facts']>[number];

export interface RecordRequest {
  readonly language: Language;
  readonly workspaceName: string;
  readonly nowMs: number;
}

/**
 * The records of processing activities (GDPR, Article 30(1)), derived from what is published and from
 * the retention policy: what chats with it can store.
 */
export async function recordsOfProcessing(
  store: Store,
  { language, workspaceName, nowMs }: RecordRequest,
): Promise<Report> {
  const words = wordsOf(language);
  const details = await readSetting(store, 'record_details');
  const policy = await readRules(store);
  const published = await publishedExperiences(store);
  return {
    title: words.say.title,
    subtitle: fill(words.say.subtitle, { workspace: workspaceName, date: words.date(nowMs) }),
    sections: [
      responsible(details, words),
      ...published.map((experience) => activity(experience, details, policy, words, language)),
      ...(published.length === 0 ? [{ heading: words.say.none, text: words.say.noneText }] : []),
      ...(await ownActivities(store, details, words)),
      await measures(store, policy, words),
    ],
  };
}

interface PublishedExperience {
  readonly id: string;
  readonly name: string;
  readonly number: number | null;
  /** What a chat with it can write. */
  readonly writes: readonly PossibleWrites[];
}

export async function publishedExperiences(store: Store): Promise<PublishedExperience[]> {
  const rows = await store
    .selectFrom('experiences as experience')
    .innerJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'version.number', 'version.graph'])
    .orderBy('experience.name')
    .execute();
  // A chat that participants have finds what is published of the others, and nothing else.
  const flows = new Map(
    rows.map(({ id, graph }) => [id, indexFlow(Graph.parse(JSON.parse(graph)), moduleOf)] as const),
  );
  return rows.map(({ graph: _, ...experience }) => {
    const flow = flows.get(experience.id);
    return { ...experience, writes: flow ? possibleWrites(flow, flows) : [] };
  });
}

function responsible(details: RecordDetails, words: Words): Section {
  const { say } = words;
  const { controller, contact, representative, dataProtectionOfficer, reviewedBy } = details;
  const reviewed = details.reviewedOn === null ? '' : words.day(details.reviewedOn);
  const address = [controller.name, controller.address].filter(Boolean).join('\n');
  return {
    heading: say.responsible,
    facts: [
      { label: say.controller, value: address || say.missing },
      { label: say.contact, value: contact || say.missing },
      ...stated(say.representative, representative),
      { label: say.dataProtectionOfficer, value: dataProtectionOfficer || say.missing },
      ...stated(say.reviewed, [reviewed, reviewedBy].filter(Boolean).join(', ')),
      ...stated(say.nextReview, details.nextReview === null ? '' : words.day(details.nextReview)),
    ],
  };
}

function activity(
  experience: PublishedExperience,
  details: RecordDetails,
  policy: Policy,
  words: Words,
  language: Language,
): Section {
  const { say } = words;
  const said = details.activities[experience.id] ?? NO_DETAILS;
  const rows = storedBy(experience.writes, policy, words, language);
  return {
    heading: fill(say.activity, { name: experience.name, number: experience.number ?? 0 }),
    facts: factsOf(said, words, { subjects: say.participants, recipients: say.noRecipients }),
    ...(rows.length > 0
      ? { table: { head: [say.module, say.table, say.categories, say.retention], rows } }
      : { text: say.storesNothing }),
  };
}

/** What the workspace itself processes, whichever experiences there are. */
async function ownActivities(
  store: Store,
  details: RecordDetails,
  words: Words,
): Promise<Section[]> {
  const { say } = words;
  const days = await readSetting(store, 'audit_retention_days');
  const registerDays = await readSetting(store, 'export_register_days');
  const requestDays = await readSetting(store, 'request_days');
  return OWN_ACTIVITIES.map((own) => {
    const known = say.own[own];
    const { subjects, data, retention, heading } = known;
    const derived = {
      subjects,
      data,
      retention: fill(retention, { days, registerDays, requestDays }),
    };
    return {
      heading,
      facts: factsOf(details.own[own], words, { ...derived, recipients: say.noRecipients }),
    };
  });
}

interface Derived {
  readonly subjects: string;
  readonly recipients: string;
  readonly data?: string;
  readonly retention?: string;
}

/** What follows from the workspace, each with what people have stated beside it. */
function factsOf(said: ActivityDetails, words: Words, derived: Derived): Fact[] {
  const { say } = words;
  const beside = (known: string | undefined, added: string): string =>
    [known, added].filter(Boolean).join('\n');
  return [
    { label: say.purpose, value: said.purpose || say.missing },
    { label: say.legalBasis, value: basisText(said, words) || say.missing },
    ...stated(say.interest, said.bases.includes('f') ? said.interest : ''),
    { label: say.subjects, value: beside(derived.subjects, said.subjects) },
    ...stated(say.categories, beside(derived.data, said.data)),
    ...stated(say.retention, beside(derived.retention, said.retention)),
    { label: say.recipients, value: beside(derived.recipients, said.recipients) },
    ...stated(say.processors, said.processors.map((each) => processorText(each, words)).join('\n')),
    {
      label: say.transfers,
      value: beside(say.noTransfers, said.transfers.map(transferText).join('\n')),
    },
  ];
}

const stated = (label: string, value: string): Fact[] => (value === '' ? [] : [{ label, value }]);
