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

/** What no flow can say: GDPR, Article 30(1), letters a and b. */
export const RecordDetails = z.object({
  controller: Line,
  contact: Line,
  dataProtectionOfficer: Line,
  /** By experience. */
  purposes: z.record(Id, z.object({ purpose: Line, legalBasis: Line })),
});
export type RecordDetails = z.infer<typeof RecordDetails>;

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
  /** With the experiences that are published, whose purposes are asked for. */
  'records.details': channel({
    access: READERS,
    input: Nothing,
    output: z.object({
      details: RecordDetails,
      experiences: z.array(z.object({ id: Id, name: z.string() })),
    }),
  }),
  'records.setDetails': channel({ access: ['steward'], input: RecordDetails, output: Nothing }),
};
