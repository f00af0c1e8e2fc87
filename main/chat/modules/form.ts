import { z } from 'zod';
import { FieldGroup, type FormField, LegalKind, TextFieldKind } from '../../../preload/contract';

/** The parts of a JSON Schema (draft 2020-12) that settings schemas turn into. */
const Node = z.looseObject({
  type: z.string().optional(),
  widget: z.union([TextFieldKind, z.literal('id')]).optional(),
  shownWhen: z
    .object({ key: z.string(), values: z.array(z.union([z.string(), z.boolean()])) })
    .optional(),
  group: FieldGroup.optional(),
  describedBy: z.string().optional(),
  legalKind: LegalKind.optional(),
  /** Asked for as if it were required: whether it is depends on other settings. */
  isAskedFor: z.boolean().optional(),
  isUnspoken: z.boolean().optional(),
  isRich: z.boolean().optional(),
  mayRepeat: z.boolean().optional(),
  mayHaveTime: z.boolean().optional(),
  optionsOf: z
    .object({
      variable: z.string(),
      text: z.string(),
      severalWhen: z.object({ key: z.string(), values: z.array(z.string()) }),
    })
    .optional(),
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  default: z.json().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Node = z.infer<typeof Node>;

/** The inspector's form, derived from a module's settings schema. */
export function formOf(settings: z.ZodType): FormField[] {
  return fieldsOf(Node.parse(z.toJSONSchema(settings, { io: 'input' })), '');
}

/** The settings that hold before anyone edits them: the schema's defaults, and empty lists. */
export function defaultsOf(settings: z.ZodType): Record<string, unknown> {
  const { properties = {} } = Node.parse(z.toJSONSchema(settings, { io: 'input' }));
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => {
      const node = Node.parse(value);
      const initial = node.default ?? (node.type === 'array' ? [] : undefined);
      return initial === undefined ? [] : [[key, initial]];
    }),
  );
}

function fieldsOf(object: Node, prefix: string): FormField[] {
  return Object.entries(object.properties ?? {}).flatMap(([key, value]) => {
    const node = Node.parse(value);
    if (node.widget === 'id') return [];
    const { shownWhen, group, isUnspoken } = node;
    const isLong = (node.minLength ?? 0) > 0 || (node.minItems ?? 0) > 0;
    const required = isLong || node.isAskedFor === true;
    return [
      fieldOf(node, {
        key,
        path: prefix + key,
        required,
        ...(shownWhen && { shownWhen }),
        ...(group && { group }),
        ...(isUnspoken && { isUnspoken }),
      }),
    ];
  });
}

type FieldBase = Pick<
  FormField,
  'key' | 'path' | 'required' | 'shownWhen' | 'group' | 'isUnspoken'
>;

function fieldOf(node: Node, base: FieldBase): FormField {
  if (node.optionsOf) return { ...base, kind: 'options', ...node.optionsOf };
  if (node.type === 'array') {
    const options = Node.parse(node.items).enum;
    if (options) return { ...base, kind: 'multiSelect', options };
    const fields = fieldsOf(Node.parse(node.items), `${base.path}.`);
    return { ...base, kind: 'list', fields, min: node.minItems ?? 0, max: node.maxItems };
  }
  if (node.enum) {
    const initial = typeof node.default === 'string' ? { initial: node.default } : {};
    return { ...base, kind: 'select', options: node.enum, ...initial };
  }
  if (node.type === 'boolean') return { ...base, kind: 'switch' };
  if (node.type === 'integer' || node.type === 'number') {
    const initial = typeof node.default === 'number' ? { initial: node.default } : {};
    return { ...base, kind: 'number', min: node.minimum, max: node.maximum, ...initial };
  }
  if (node.widget === undefined || node.widget === 'id') {
    throw new Error(`The setting ${base.path} does not say how it is edited.`);
  }
  const { widget: kind, maxLength, describedBy, legalKind, isRich, mayRepeat, mayHaveTime } = node;
  return {
    ...base,
    kind,
    maxLength,
    ...(describedBy !== undefined && { describedBy }),
    ...(legalKind && { legalKind }),
    ...(isRich && { isRich }),
    ...(mayRepeat && { mayRepeat }),
    ...(mayHaveTime && { mayHaveTime }),
  };
}
