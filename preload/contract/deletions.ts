import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { codeChannels } from './codes';
import { dataAccessChannels } from './data-access';
import { ErrorCode, ErrorParams } from './errors';
import { experienceChannels } from './experiences';
import { legalChannels } from './legal';
import { Id, Nothing } from './values';
import { versionChannels } from './versions';

/** How long a deletion waits for its undoing. Nothing is erased before. */
export const UNDO_MS = 10_000;

const of = <N extends string, I extends z.ZodType>(name: N, { input }: { input: I }) =>
  z.object({ channel: z.literal(name), input });

/**
 * What can be undone: none of it is personal data, of which a deletion promises that it is gone, and
 * none of it ends somebody's access, which has to end at once.
 */
export const Deletion = z.discriminatedUnion('channel', [
  of('experiences.delete', experienceChannels['experiences.delete']),
  of('versions.discard', versionChannels['versions.discard']),
  of('codes.delete', codeChannels['codes.delete']),
  of('legal.delete', legalChannels['legal.delete']),
  of('legal.discardDraft', legalChannels['legal.discardDraft']),
  of('views.remove', dataAccessChannels['views.remove']),
]);
export type Deletion = z.infer<typeof Deletion>;

/** Why something that was to be deleted is still there. */
export const DeletionRefusal = z.object({ code: ErrorCode, params: ErrorParams });
export type DeletionRefusal = z.infer<typeof DeletionRefusal>;

/** That a deletion is over: done, or refused for this reason. */
export const DeletionEnded = z.object({ ticket: Id, refused: DeletionRefusal.nullable() });
export type DeletionEnded = z.infer<typeof DeletionEnded>;

const ByTicket = z.object({ ticket: Id });

export const deletionChannels = {
  /**
   * Deletes as the channel of the deletion would, and for whom that one permits it, after
   * {@link UNDO_MS} or before the workspace is locked, whichever is first; at the next unlock where a
   * lock has no time for it.
   */
  'deletions.begin': channel({
    access: SIGNED_IN,
    input: Deletion,
    /** What is left for the undoing: less where the same thing was being deleted already. */
    output: ByTicket.extend({ leftMs: z.number().nonnegative() }),
  }),
  /** False: it is too late. */
  'deletions.undo': channel({ access: SIGNED_IN, input: ByTicket, output: z.boolean() }),
  /** Does at once what still waits; it answers after 3 seconds at most. */
  'deletions.finish': channel({ access: SIGNED_IN, input: Nothing, output: Nothing }),
  /** What came of deletions that the last lock has left to this unlock; each refusal is told once. */
  'deletions.refused': channel({
    access: SIGNED_IN,
    input: Nothing,
    output: z.array(DeletionRefusal),
  }),
};
