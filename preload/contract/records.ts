import { z } from 'zod';
import { channel } from './channel';
import { Id, Language, Nothing } from './values';

/** A report as its reader sees it: every word is already in the reader's language. */
export const ReportSection = z.object({
  heading: z.string(),
  text: z.string().optional(),
  facts: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  table: z.object({ head: z.array(z.string()), rows: z.array(z.array(z.string())) }).optional(),
});
export const Report = z.object({
  title: z.string(),
  subtitle: z.string(),
  sections: z.array(ReportSection),
});
export type Report = z.infer<typeof Report>;

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(2_000);
/** A day of the calendar, YYYY-MM-DD. */
const Day = z.iso.date();
const Parties = 30;

/** GDPR, Article 6(1), by its letters. */
export const LEGAL_BASES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export const LegalBasis = z.enum(LEGAL_BASES);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** GDPR, Article 9(2), by its letters: for special categories of data. */
export const SPECIAL_BASES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
export const SpecialBasis = z.enum(SPECIAL_BASES);
export type SpecialBasis = z.infer<typeof SpecialBasis>;

/** What is stated of one processing activity; empty where nothing is. */
export const ActivityDetails = z.object({
  purpose: Text,
  bases: z.array(LegalBasis).max(LEGAL_BASES.length),
  specialBasis: SpecialBasis.nullable(),
  /** Beside the bases, or in their place. */
  legalBasis: Text,
  /** The legitimate interest, where letter f is among the bases. */
  interest: Text,
  /** Beside what follows from the flow. */
  subjects: Text,
  data: Text,
  retention: Text,
  recipients: Text,
  processors: z
    .array(z.object({ name: Line, task: Line, contractOn: Day.nullable() }))
    .max(Parties),
  transfers: z.array(z.object({ country: Line, safeguard: Line })).max(Parties),
});
export type ActivityDetails = z.infer<typeof ActivityDetails>;

export const NO_DETAILS: ActivityDetails = {
  purpose: '',
  bases: [],
  specialBasis: null,
  legalBasis: '',
  interest: '',
  subjects: '',
  data: '',
  retention: '',
  recipients: '',
  processors: [],
  transfers: [],
};

/** What the workspace itself processes: its users with the audit log, and requests of participants. */
export const OWN_ACTIVITIES = ['users', 'requests'] as const;
export type OwnActivity = (typeof OWN_ACTIVITIES)[number];

/** What no flow can say: GDPR, Article 30(1). */
export const RecordDetails = z.object({
  controller: z.object({ name: Line, address: Line }),
  contact: Line,
  /** In the Union, of a controller outside (Article 27). */
  representative: Line,
  dataProtectionOfficer: Line,
  /** By experience. */
  activities: z.record(Id, ActivityDetails),
  own: z.object({ users: ActivityDetails, requests: ActivityDetails }),
  reviewedBy: Line,
  reviewedOn: Day.nullable(),
  nextReview: Day.nullable(),
});
export type RecordDetails = z.infer<typeof RecordDetails>;

/** A published experience, as far as its records follow from it. */
export const RecordedExperience = z.object({
  id: Id,
  name: z.string(),
  /** Types of the modules that a chat can reach. */
  modules: z.array(z.string()),
  /** Rows of the report's table: module, table, personal data, how long. */
  stored: z.array(z.array(z.string())),
});
export type RecordedExperience = z.infer<typeof RecordedExperience>;

const READERS = ['steward', 'auditor'] as const;

export const recordChannels = {
  /** The records of processing activities (GDPR, Article 30), as of now. */
  'records.report': channel({
    access: READERS,
    input: z.object({ language: Language }),
    output: Report,
  }),
  'records.save': channel({
    access: READERS,
    input: z.object({ language: Language, format: z.enum(['html', 'pdf']) }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('saved'), fileName: z.string() }),
      z.object({ outcome: z.literal('dismissed') }),
    ]),
  }),
  /** With the experiences that are published, of which something is to be stated. */
  'records.details': channel({
    access: READERS,
    input: z.object({ language: Language }),
    output: z.object({ details: RecordDetails, experiences: z.array(RecordedExperience) }),
  }),
  /** When the records are to be looked through again. */
  'records.review': channel({
    access: READERS,
    input: Nothing,
    output: RecordDetails.pick({ nextReview: true }),
  }),
  'records.setDetails': channel({ access: ['steward'], input: RecordDetails, output: Nothing }),
};
