import { z } from 'zod';

/**
 * Every failure that can reach a person. The sentence for people lives in the renderer's locale
 * under `errors.<code>`; `params` fill its placeholders and never hold personal data or secrets.
 */
export const ErrorCode = z.enum([
  'ipc.unknown_channel',
  'ipc.untrusted_sender',
  'ipc.invalid_input',
  'ipc.too_large',
  'ipc.forbidden',
  'internal',
  'workspace.locked',
  'workspace.exists',
  'workspace.not_found',
  'workspace.in_use',
  'workspace.wrong_passphrase',
  'workspace.too_many_attempts',
  'workspace.unreadable',
  'workspace.slots_damaged',
  'workspace.slots_missing',
  'workspace.database_missing',
  'workspace.database_damaged',
  'workspace.newer_version',
  'workspace.folder_not_writable',
  'workspace.disk_full',
  'workspace.wrong_recovery_code',
  'workspace.keystore_unavailable',
  'workspace.user_disabled',
  'user.not_found',
  'user.name_taken',
  'user.last_admin',
  'user.yourself',
  'user.passphrase_temporary',
  'user.passphrase_unchanged',
  'storage.is_switched_on',
  'retention.affected_changed',
  'retention.clock_ahead',
  'hold.not_found',
  'hold.same_user',
  'hold.ended',
  'hold.end_passed',
  'backup.not_a_backup',
  'backup.damaged',
  'backup.workspace_exists',
  'backup.busy',
  'experience.not_found',
  'experience.conflict',
  'experience.too_large',
  'version.not_found',
  'version.has_errors',
  'version.is_published',
  'import.unreadable',
  'import.too_large',
  'import.not_json',
  'import.too_deep',
  'import.forbidden_key',
  'import.not_an_experience',
  'import.unknown_version',
  'import.unknown_modules',
  'import.too_many_modules',
  'import.duplicate_id',
  'import.damaged',
  'import.ticket_not_found',
  'chat.session_not_found',
  'chat.not_playable',
  'chat.nothing_asked',
  'chat.unexpected_answer',
  'chat.link_refused',
  'codes.busy',
  'codes.unreadable',
  'codes.too_large',
  'codes.not_text',
  'codes.none',
  'codes.ticket_not_found',
  'codes.pool_not_found',
  'codes.in_use',
  'kiosk.not_published',
  'data.row_not_found',
  'data.row_held',
  'files.not_viewable',
  'data.count_changed',
  'draw.not_found',
  'draw.nobody',
  'draw.not_prepared',
  'draw.not_a_winner',
  'draw.winners_off',
  'data.view_exists',
  'data.masked_search',
  'data.masked_order',
  'data.no_such_column',
  'free_text.personal',
  'person.held',
  'person.hold_requested',
  'person.not_found',
  'person.certificate_not_found',
  'export.ticket_not_found',
  'export.busy',
  'export.not_found',
  'export.too_many_columns',
  'export.workbook_too_large',
  'export.release_needed',
  'export.release_outgrown',
  'export.release_gone',
  'export.access_spent',
  'export.file_name_personal',
  'export.same_user',
  'export.decided',
  'export.folder_not_writable',
  'export.folder_missing',
  'export.disk_full',
  'export.file_in_use',
  'export.verification_failed',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const ErrorParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof ErrorParams>;

/** An error that a person is meant to read: a code for machines, parameters for its sentence. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** What crosses the process border: classes and stacks do not survive it, so neither is sent. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; params: ErrorParams } };
