import { describe, expect, it } from 'vitest';
import { modules } from '../../main/chat/modules';
import { describeModule } from '../../main/chat/modules/descriptor';
import { FIELD_GROUPS, type FormField } from '../../preload/contract';
import { inGroups } from '../../renderer/flow/inspector/in-groups';
import de from '../../resources/locales/de/flow.json' with { type: 'json' };
import en from '../../resources/locales/en/flow.json' with { type: 'json' };

describe.each(modules.map((module) => [module.type, describeModule(module)] as const))(
  'the settings of %s',
  (_type, { form }) => {
    it('all belong to a group, and none in an item does', () => {
      expect(form.filter(({ group }) => group === undefined)).toEqual([]);
      expect(form.flatMap(inner).filter(({ group }) => group !== undefined)).toEqual([]);
    });

    it('are shown once each, and something of them at once', () => {
      const groups = inGroups(form);
      const shown = groups.flatMap(({ fields }) => fields);
      expect(shown.toSorted(byKey)).toEqual(form.toSorted(byKey));
      expect(groups[0]?.isOpen).toBe(true);
    });
  },
);

it.each([
  ['en', en],
  ['de', de],
])('every group has a name of its own (%s)', (_language, { inspector }) => {
  const names = FIELD_GROUPS.map((group) => inspector.groups[group]);
  expect(Object.keys(inspector.groups).toSorted()).toEqual([...FIELD_GROUPS].toSorted());
  expect(names.filter((name) => !name.trim())).toEqual([]);
  expect(new Set(names).size).toBe(FIELD_GROUPS.length);
});

it('every group is used', () => {
  const used = new Set(modules.flatMap((module) => describeModule(module).form.map(groupOf)));
  expect(FIELD_GROUPS.filter((group) => !used.has(group))).toEqual([]);
});

function inner(field: FormField): FormField[] {
  return field.kind === 'list' ? [...field.fields, ...field.fields.flatMap(inner)] : [];
}

const groupOf = ({ group }: FormField) => group;
const byKey = (a: FormField, b: FormField) => a.key.localeCompare(b.key);
