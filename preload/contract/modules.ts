import { z } from 'zod';
import { channel, SIGNED_IN } from './channel';
import { LegalKind } from './legal';
import { OptionDeclaration } from './options';
import { StorageRule } from './tables';
import { Nothing } from './values';
import { WrittenWhen } from './written-when';

/** Palette groups, in the order in which they are shown. */
export const MODULE_GROUPS = ['say', 'decide', 'ask', 'consent', 'promote'] as const;
export const ModuleGroup = z.enum(MODULE_GROUPS);
export type ModuleGroup = z.infer<typeof ModuleGroup>;

/** What settings are about. The inspector names each group and shows them in this order. */
export const FIELD_GROUPS = [
  'content',
  'questions',
  'choices',
  'prizes',
  'codes',
  'target',
  'time',
  'rules',
  'terms',
  'replies',
  'media',
  'look',
  'labels',
  'known',
  'silence',
  'storage',
] as const;
export const FieldGroup = z.enum(FIELD_GROUPS);
export type FieldGroup = z.infer<typeof FieldGroup>;

interface ShownWhen {
  key: string;
  values: (string | boolean)[];
}

interface FieldBase {
  key: string;
  /** Path of its label in the module's texts: `fields['giveaways.name']`. */
  path: string;
  required: boolean;
  /** Only asked for while the setting beside it has one of these values; `true`: is on, or filled in. */
  shownWhen?: ShownWhen | undefined;
  /** Settings of one group are shown together; fields of a list's items have none. */
  group?: FieldGroup | undefined;
  /** A text that only staff see, or that is compared: it is in no language. */
  isUnspoken?: boolean | undefined;
}

/**
 * Inputs that hold a text. `variable`: a name under which an answer is kept. `expression`: in the
 * language of conditions. `date`: `2026-12-04`, which may have a time or be a day of every year (`12-04`).
 * `dateTime`: `2026-12-04T18:30`; both in the zone of a `timeZone` (IANA name) beside them. `time`: a time
 * of day, `18:30`. `image`: a picture. `sound`,
 * `video`: the file of one. `module`, `experience`, `codePool`: the id of one. `legalText`: `legal:` and
 * the id of one.
 */
const TEXT_FIELDS = [
  'text',
  'longText',
  'url',
  'variable',
  'expression',
  'date',
  'dateTime',
  'time',
  'timeZone',
  'image',
  'sound',
  'video',
  'module',
  'experience',
  'codePool',
  'legalText',
] as const;
export const TextFieldKind = z.enum(TEXT_FIELDS);
export type TextFieldKind = z.infer<typeof TextFieldKind>;

/** One input of the inspector's form, derived from the module's settings schema. */
export type FormField = FieldBase &
  /**
   * `describedBy`: the key of the setting beside it that tells what is in a picture, sound or video.
   * `isRich`: a long text that the chat shows as light markdown.
   */
  (
    | {
        kind: TextFieldKind;
        maxLength?: number | undefined;
        describedBy?: string | undefined;
        /** Which kind of legal text is chosen. */
        legalKind?: LegalKind | undefined;
        isRich?: boolean | undefined;
        /** A date that may be one of every year. */
        mayRepeat?: boolean | undefined;
        /** A date that may have a time of day. */
        mayHaveTime?: boolean | undefined;
      }
    /** `initial`: what it is in a new item of a list, and of a select as long as nothing is chosen. */
    | {
        kind: 'number';
        min?: number | undefined;
        max?: number | undefined;
        initial?: number | undefined;
      }
    | { kind: 'switch' }
    | { kind: 'select'; options: string[]; initial?: string | undefined }
    /** Any number of the options. */
    | { kind: 'multiSelect'; options: string[] }
    /**
     * Ids of options of the variable that the setting `variable` beside it names. Where it is set
     * otherwise than by choosing, the setting `text` holds what it is compared with. Several are chosen
     * while the setting `key` has one of these values.
     */
    | { kind: 'options'; variable: string; text: string; severalWhen: ShownWhen }
    /** Items are objects with an `id` and these fields. */
    | { kind: 'list'; fields: FormField[]; min: number; max?: number | undefined }
  );

const ShownWhen = z.object({
  key: z.string(),
  values: z.array(z.union([z.string(), z.boolean()])),
});

const fieldBase = {
  key: z.string(),
  path: z.string(),
  required: z.boolean(),
  shownWhen: ShownWhen.optional(),
  group: FieldGroup.optional(),
  isUnspoken: z.boolean().optional(),
};
export const FormField: z.ZodType<FormField> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      ...fieldBase,
      kind: TextFieldKind,
      maxLength: z.number().optional(),
      describedBy: z.string().optional(),
      legalKind: LegalKind.optional(),
      isRich: z.boolean().optional(),
      mayRepeat: z.boolean().optional(),
      mayHaveTime: z.boolean().optional(),
    }),
    z.object({
      ...fieldBase,
      kind: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
      initial: z.number().optional(),
    }),
    z.object({ ...fieldBase, kind: z.literal('switch') }),
    z.object({
      ...fieldBase,
      kind: z.literal('select'),
      options: z.array(z.string()),
      initial: z.string().optional(),
    }),
    z.object({ ...fieldBase, kind: z.literal('multiSelect'), options: z.array(z.string()) }),
    z.object({
      ...fieldBase,
      kind: z.literal('options'),
      variable: z.string(),
      text: z.string(),
      severalWhen: ShownWhen,
    }),
    z.object({
      ...fieldBase,
      kind: z.literal('list'),
      fields: z.array(FormField),
      min: z.number(),
      max: z.number().optional(),
    }),
  ]),
);

export const ModuleTexts = z.object({
  name: z.string(),
  description: z.string(),
  /** Labels by field path; a select's options are `<path>.<option>`; a list's new item `<path>.item`. */
  fields: z.record(z.string(), z.string()),
  /** What an author should know about a field before setting it, by its path. */
  hints: z.record(z.string(), z.string()).optional(),
  /** Labels of the fixed branches, by id. */
  branches: z.record(z.string(), z.string()),
  /** Words for the events that the module writes to the runtime log. */
  events: z.record(z.string(), z.string()).optional(),
});
export type ModuleTexts = z.infer<typeof ModuleTexts>;

/** Fixed branches by id, or one branch for each item of a list in the settings (its id and label). */
export const BranchDeclaration = z.object({
  fixed: z.array(
    z.object({
      id: z.string(),
      optional: z.boolean(),
      /** Offered only while this setting is on, chosen or above zero. */
      onlyWith: z.string().optional(),
      /** Offered only while this setting has this value. */
      onlyWhen: z.object({ key: z.string(), value: z.string() }).optional(),
    }),
  ),
  fromList: z
    .object({
      key: z.string(),
      label: z.string(),
      /** Only items in which this is on have a branch. */
      onlyWith: z.string().optional(),
    })
    .optional(),
});
export type BranchDeclaration = z.infer<typeof BranchDeclaration>;

const Settings = z.record(z.string(), z.unknown());

/** All that the builder needs to know about a kind of module; none of its screens lists modules. */
export const ModuleDescriptor = z.object({
  type: z.string(),
  group: ModuleGroup,
  /** Name of a lucide icon, kebab-case. */
  icon: z.string(),
  form: z.array(FormField),
  branches: BranchDeclaration,
  /** `onlyWhen`: written only with such settings. */
  stores: z.array(StorageRule.extend({ onlyWhen: WrittenWhen.optional() })),
  texts: z.object({ en: ModuleTexts, de: ModuleTexts }),
  /** The settings of a newly added module, per language. */
  initial: z.object({ en: Settings, de: Settings }),
  /** Key of the setting that sums the module up on its node. */
  summary: z.string().optional(),
  offers: OptionDeclaration.optional(),
});
export type ModuleDescriptor = z.infer<typeof ModuleDescriptor>;

export interface Branch {
  id: string;
  /** A label chosen by the author; fixed branches take theirs from the module's texts. */
  label?: string;
  optional: boolean;
}

/** The branches that a module offers with these settings, in the order of their handles. */
export function branchesOf(
  declaration: BranchDeclaration,
  settings: Record<string, unknown>,
): Branch[] {
  const { fixed, fromList } = declaration;
  const items = fromList ? settings[fromList.key] : undefined;
  const listed = (Array.isArray(items) ? items : []).flatMap((item: unknown) => {
    const parsed = z.looseObject({ id: z.string() }).safeParse(item);
    if (!parsed.success || !fromList) return [];
    if (fromList.onlyWith !== undefined && !parsed.data[fromList.onlyWith]) return [];
    return [
      { id: parsed.data.id, label: String(parsed.data[fromList.label] ?? ''), optional: false },
    ];
  });
  const offered = fixed.filter(
    ({ onlyWith, onlyWhen }) =>
      (onlyWith === undefined || Boolean(settings[onlyWith])) &&
      (onlyWhen === undefined || settings[onlyWhen.key] === onlyWhen.value),
  );
  return [...listed, ...offered.map(({ id, optional }) => ({ id, optional }))];
}

export const moduleChannels = {
  'modules.list': channel({
    access: SIGNED_IN,
    input: Nothing,
    output: z.array(ModuleDescriptor),
  }),
};
