import { z } from 'zod';
import { auditChannels } from './audit';
import { BackupProgress, backupChannels } from './backup';
import { chatChannels } from './chat';
import { CodesProgress, codeChannels } from './codes';
import { dashboardChannels } from './dashboard';
import { dataAccessChannels } from './data-access';
import { defaultAppearanceChannels } from './default-appearance';
import { DeletionEnded, deletionChannels } from './deletions';
import { drawChannels } from './draws';
import { experienceChannels } from './experiences';
import { exploreChannels, exploreEvents } from './explore';
import { ExportProgress, exportChannels } from './exports';
import { fileChannels } from './files';
import { kioskChannels } from './kiosk';
import { legalChannels } from './legal';
import { mediaChannels } from './media';
import { memoryChannels } from './memory';
import { moduleChannels } from './modules';
import { previewWindowChannels, previewWindowEvents } from './preview-window';
import { privacyChannels } from './privacy';
import { recordChannels } from './records';
import { requestChannels } from './requests';
import { retentionChannels, SweepReport } from './retention';
import { selfTestChannels } from './self-test';
import { dataChannels, TableName } from './tables';
import { translationChannels } from './translation-files';
import { userChannels } from './users';
import { Id } from './values';
import { versionChannels } from './versions';
import { Preferences, WorkspaceStatus, workspaceChannels } from './workspace';

/** Everything that the renderer can ask main for. */
export const channels = {
  ...workspaceChannels,
  ...userChannels,
  ...memoryChannels,
  ...moduleChannels,
  ...mediaChannels,
  ...experienceChannels,
  ...versionChannels,
  ...translationChannels,
  ...chatChannels,
  ...exploreChannels,
  ...previewWindowChannels,
  ...kioskChannels,
  ...defaultAppearanceChannels,
  ...legalChannels,
  ...codeChannels,
  ...deletionChannels,
  ...drawChannels,
  ...recordChannels,
  ...dashboardChannels,
  ...dataChannels,
  ...fileChannels,
  ...dataAccessChannels,
  ...retentionChannels,
  ...selfTestChannels,
  ...exportChannels,
  ...privacyChannels,
  ...requestChannels,
  ...auditChannels,
  ...backupChannels,
};
export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type Input<C extends ChannelName> = z.input<Channels[C]['input']>;
/** The input after validation, as a handler in main gets it. */
export type ParsedInput<C extends ChannelName> = z.output<Channels[C]['input']>;
export type Output<C extends ChannelName> = z.output<Channels[C]['output']>;

/** Everything that main tells the renderer without being asked. */
export const events = {
  'workspace.changed': WorkspaceStatus,
  'preferences.changed': Preferences,
  /**
   * Where users were is forgotten, since a person was erased: what pages still hold of it may name the
   * person, and must not be told to main again.
   */
  'places.forgotten': z.object({}),
  /** In how many seconds the workspace locks itself, unless somebody does something; null: not now. */
  'lock.warning': z.object({ seconds: z.number().int().nullable() }),
  /** The user has asked main for a lock: the workplace saves what it holds, and locks. */
  'lock.asked': z.object({}),
  'window.closing': z.object({}),
  'data.changed': z.object({ tables: z.array(TableName) }),
  /** A list of rows is complete: how many there are. */
  'data.listed': z.object({ list: z.number().int(), total: z.number().int() }),
  'deletions.ended': DeletionEnded,
  'data.deleting': z.object({ deleted: z.number().int(), total: z.number().int() }),
  'retention.swept': SweepReport,
  'export.progress': ExportProgress,
  /** The register of exports is not what it was. */
  'exports.changed': z.object({}),
  /** The requests of people are not what they were. */
  'requests.changed': z.object({}),
  'backup.progress': BackupProgress,
  'codes.progress': CodesProgress,
  ...exploreEvents,
  ...previewWindowEvents,
  /** A draft was saved, whichever window has done so. */
  'experiences.saved': z.object({ id: Id, revision: z.number().int() }),
};
export type Events = { [E in keyof typeof events]: z.output<(typeof events)[E]> };
export type EventName = keyof Events;

/** What a call of the channel tells on its way. */
export type Progress<C extends ChannelName> = Channels[C]['progress'] extends infer E
  ? Exclude<E, undefined> extends EventName
    ? Events[Exclude<E, undefined>]
    : never
  : never;

export * from './appearance';
export * from './audit';
export * from './backup';
export * from './channel';
export * from './chat';
export * from './chat-settings';
export * from './codes';
export * from './dashboard';
export * from './data-access';
export * from './deletions';
export * from './draws';
export * from './errors';
export * from './experience-texts';
export * from './experiences';
export * from './explore';
export * from './exports';
export * from './files';
export * from './free-text';
export * from './iso-days';
export * from './kiosk';
export * from './languages';
export * from './legal';
export * from './letters';
export * from './light-inline';
export * from './light-markdown';
export * from './media';
export * from './memory';
export * from './modules';
export * from './options';
export * from './personas';
export * from './plain-digits';
export * from './policy';
export * from './preview-window';
export * from './privacy';
export * from './protected-parts';
export * from './records';
export * from './renew-ids';
export * from './requests';
export * from './retention';
export * from './self-test';
export * from './tables';
export * from './translation-files';
export * from './typebot';
export * from './users';
export * from './values';
export * from './versions';
export * from './wire';
export * from './workspace';
export * from './written-when';
