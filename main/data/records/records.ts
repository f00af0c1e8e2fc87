import {
  Graph,
  type Language,
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
import { storedBy } from './stored-by';
import { fill, type Words, wordsOf } from './words';

type Section = Report['sections'][number];

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

function responsible(details: RecordDetails, { say }: Words): Section {
  const { controller, contact, dataProtectionOfficer } = details;
  return {
    heading: say.responsible,
    facts: [
      { label: say.controller, value: controller || say.missing },
      { label: say.contact, value: contact || say.missing },
      { label: say.dataProtectionOfficer, value: dataProtectionOfficer || say.missing },
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
  const stated = details.purposes[experience.id];
  const rows = storedBy(experience.writes, policy, words, language);
  return {
    heading: fill(say.activity, { name: experience.name, number: experience.number ?? 0 }),
    facts: [
      { label: say.purpose, value: stated?.purpose || say.missing },
      { label: say.legalBasis, value: stated?.legalBasis || say.missing },
      { label: say.subjects, value: say.participants },
      { label: say.recipients, value: say.noRecipients },
      { label: say.transfers, value: say.noTransfers },
    ],
    ...(rows.length > 0
      ? { table: { head: [say.module, say.table, say.categories, say.retention], rows } }
      : { text: say.storesNothing }),
  };
}
