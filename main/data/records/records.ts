import {
  effectiveDays,
  type Language,
  type Policy,
  type RecordDetails,
  type Report,
  TABLE_NAMES,
  type TableName,
} from '../../../preload/contract';
import { moduleOf } from '../../chat/modules';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { columnViews } from '../../foundation/store/tables';
import { type StoredModule, storedModules } from '../../vault/retention/module-types';
import { readRules } from '../../vault/retention/rules';
import { measures } from './measures';
import { fill, type Words, wordsOf } from './words';

type Section = Report['sections'][number];

export interface RecordRequest {
  readonly language: Language;
  readonly workspaceName: string;
  readonly nowMs: number;
}

/**
 * The records of processing activities (GDPR, Article 30(1)), derived from what is published and from
 * the retention policy, so that they cannot say anything else than what happens.
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
  readonly modules: readonly StoredModule[];
}

export async function publishedExperiences(store: Store): Promise<PublishedExperience[]> {
  const rows = await store
    .selectFrom('experiences as experience')
    .innerJoin('experience_versions as version', 'version.id', 'experience.published_version_id')
    .select(['experience.id', 'experience.name', 'version.number', 'version.graph'])
    .orderBy('experience.name')
    .execute();
  return rows.map(({ graph, ...experience }) => ({
    ...experience,
    modules: storedModules(graph),
  }));
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
  const rows = storedBy(experience, policy, words, language);
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

function storedBy(
  { modules }: PublishedExperience,
  policy: Policy,
  words: Words,
  language: Language,
): string[][] {
  const lines = modules.flatMap(({ id, type }) => {
    const definition = moduleOf(type);
    if (!definition) return [];
    return TABLE_NAMES.flatMap((table) => {
      const declaredDays = definition.stores[table];
      if (declaredDays === undefined) return [];
      const { days, offBy } = effectiveDays(policy, { moduleId: id, table, declaredDays });
      const kept = offBy ? words.say.notStored : fill(words.say.days, { days });
      return [
        [definition.texts[language].name, words.table(table), categories(table, words), kept],
      ];
    });
  });
  // Modules of one kind that keep the same for as long are one line.
  return [...new Map(lines.map((line) => [line.join('\n'), line])).values()];
}

function categories(table: TableName, words: Words): string {
  const personal = columnViews(table).filter((column) => column.personal);
  return personal.length === 0
    ? words.say.noPersonalData
    : personal.map(({ name }) => words.column(name)).join(', ');
}
