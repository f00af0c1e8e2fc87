import { z } from 'zod';
import { channel } from './channel';
import { ExperienceView, Graph } from './experiences';
import { Id, InstantMs, Nothing } from './values';

/** An experience as it was at one moment; its graph never changes. */
export const VersionSummary = z.object({
  id: Id,
  /** Counts what was published; null for a draft that was kept when another version replaced it. */
  number: z.number().int().positive().nullable(),
  name: z.string(),
  note: z.string(),
  createdAt: InstantMs,
  /** The user's name. */
  createdBy: z.string(),
  modules: z.number().int(),
  /** The version that participants get now. */
  isPublished: z.boolean(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const Version = VersionSummary.extend({ graph: Graph });
export type Version = z.infer<typeof Version>;

const EDITORS = ['editor'] as const;
const labels = {
  name: z.string().trim().max(120),
  note: z.string().trim().max(2_000),
};
const Revision = z.number().int();

export const versionChannels = {
  /** Newest first. */
  'versions.list': channel({
    access: EDITORS,
    input: z.object({ experienceId: Id }),
    output: z.array(VersionSummary),
  }),
  'versions.get': channel({ access: EDITORS, input: z.object({ id: Id }), output: Version }),
  /**
   * Makes a version of the draft and puts it in place of the one that participants got. Refused with
   * `version.has_errors`, or `experience.conflict` when the draft is another than the user checked.
   */
  'versions.publish': channel({
    access: EDITORS,
    input: z.object({ experienceId: Id, revision: Revision, ...labels }),
    output: VersionSummary,
  }),
  /** Participants get nothing any more; the version stays in the history. */
  'versions.unpublish': channel({
    access: EDITORS,
    input: z.object({ experienceId: Id }),
    output: Nothing,
  }),
  'versions.rename': channel({
    access: EDITORS,
    input: z.object({ id: Id, ...labels }),
    output: Nothing,
  }),
  /** Makes the version the draft. A draft that no version holds is kept as one first. */
  'versions.restore': channel({
    access: EDITORS,
    input: z.object({ id: Id, revision: Revision }),
    output: ExperienceView,
  }),
  /** Deletes a kept draft; what was published stays (`version.is_published`). */
  'versions.discard': channel({ access: EDITORS, input: z.object({ id: Id }), output: Nothing }),
};
