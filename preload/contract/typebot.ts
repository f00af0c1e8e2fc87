import { z } from 'zod';

/** Why a block of Typebot is not as it was; the sentences are in the locale `flow`, `import.reasons`. */
export const TypebotReason = z.enum([
  'question_added',
  'links_as_text',
  'formatting_lost',
  'marks_as_formatting',
  'shortened',
  'code_in_text',
  'several_as_text',
  'label_added',
  'options_dropped',
  'always_offered',
  'list_from_variable',
  'value_is_label',
  'search_left',
  'button_left',
  'pictures_left',
  'fields_left',
  'attachments_left',
  'limit_left',
  'step_left',
  'country_assumed',
  'date_form',
  'time_left',
  'two_dates',
  'scale_changed',
  'icons_left',
  'one_file',
  'file_kinds',
  'file_name',
  'translated',
  'list_as_text',
  'opens_on_click',
  'address_to_check',
  'case_ignored',
  'compares_otherwise',
  'never_holds',
  'pattern_left',
  'link_to_choose',
  'no_return',
  'return_by_variable',
  'target_missing',
  'pause_shortened',
  'edge_missing',
  'loop_waits',
  'nothing_there',
  'media',
  'embed',
  'service',
  'ai',
  'payment',
  'code',
  'tracking',
  'mail',
  'no_counterpart',
  'unknown_type',
  'pause_left',
  'note',
]);
export type TypebotReason = z.infer<typeof TypebotReason>;

export const ImportOutcome = z.enum(['taken', 'changed', 'left']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** What became of one block; its id and its type are those of the file. */
export const ImportedBlock = z.object({
  id: z.string(),
  type: z.string(),
  /** Title of the group in which it stood. */
  group: z.string(),
  outcome: ImportOutcome,
  /** None for what was taken over as it was. */
  reasons: z.array(TypebotReason),
});
export type ImportedBlock = z.infer<typeof ImportedBlock>;

/** What is to be known about the file as a whole. */
export const TypebotNote = z.enum([
  'start_guessed',
  'events_left',
  'theme_left',
  'results_ignored',
  'variables_renamed',
]);
export type TypebotNote = z.infer<typeof TypebotNote>;

/** Every block of the file, once. */
export const TypebotReport = z.object({
  version: z.string(),
  notes: z.array(TypebotNote),
  blocks: z.array(ImportedBlock),
});
export type TypebotReport = z.infer<typeof TypebotReport>;
