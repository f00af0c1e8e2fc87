import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, type Locator } from 'playwright/test';
import type { FieldGroup, FormField, ModuleNode } from '../../../preload/contract';
import { inGroups } from '../../../renderer/flow/inspector/in-groups';
import { newItem } from '../../../renderer/flow/inspector/list-items';
import { visibleFields } from '../../../renderer/flow/inspector/visible-fields';
import type { Hands } from './hands';

export type Settings = ModuleNode['settings'];
/** What Playwright loads cannot import JSON as the pages do. */
const LOCALE = join(import.meta.dirname, '../../../resources/locales/en/flow.json');
const GROUPS: Readonly<Record<FieldGroup, string>> = JSON.parse(readFileSync(LOCALE, 'utf8'))
  .inspector.groups;

type ListField = Extract<FormField, { kind: 'list' }>;

interface Place {
  /** The part of the inspector that holds the fields. */
  readonly within: Locator;
  readonly labels: Readonly<Record<string, string>>;
  readonly hands: Hands;
}

/** Changes what is not yet as wanted, from the first field to the last. */
export async function fillForm(
  place: Place,
  fields: readonly FormField[],
  current: Settings,
  wanted: Settings,
): Promise<void> {
  const now = { ...current };
  const visible = visibleFields(fields, wanted);
  const grouped = inGroups(visible).flatMap(({ fields }) => fields);
  for (const field of grouped.length > 0 ? grouped : visible) {
    if (isAsWanted(field, now[field.key], wanted[field.key])) continue;
    if (field.group) await unfold(place, field.group);
    await fillField(place, field, now[field.key], wanted[field.key]);
  }
}

type Json = Settings[string] | undefined;

/** What is not there is as good as empty, and ids are not for users to choose. */
function isAsWanted(field: FormField, current: Json, wanted: Json): boolean {
  if (field.kind !== 'list') return isDeepStrictEqual(current || '', wanted || '');
  const [now, then] = [itemsOf(current), itemsOf(wanted)];
  return (
    now.length === then.length &&
    then.every((item, at) =>
      field.fields.every((inner) => isAsWanted(inner, now[at]?.[inner.key], item[inner.key])),
    )
  );
}

async function fillField(place: Place, field: FormField, current: Json, wanted: Json) {
  const { within, labels, hands } = place;
  const input = within.locator(`[data-field="${field.path}"]`);
  switch (field.kind) {
    case 'list':
      return fillList(place, field, itemsOf(current), itemsOf(wanted));
    case 'switch':
      return hands.flip(input);
    case 'select':
      return hands.choose(input, labels[`${field.path}.${wanted}`] ?? String(wanted));
    case 'text':
    case 'longText':
    case 'url':
    case 'variable':
    case 'expression':
    case 'date':
    case 'dateTime':
    case 'time':
    case 'number':
      return hands.write(input, String(wanted ?? ''));
    default:
      throw new Error(`No sample has had a setting like ${field.path} (${field.kind}) yet.`);
  }
}

async function fillList(place: Place, field: ListField, current: Settings[], wanted: Settings[]) {
  const { within, labels, hands } = place;
  const list = within.getByRole('group', { name: labels[field.path] ?? field.key, exact: true });
  const items = list.locator('> [data-item]');
  for (let at = current.length; at > wanted.length; at--) {
    await hands.press(items.last().getByRole('button', { name: `Remove item ${at}` }));
    await expect(items).toHaveCount(at - 1);
  }
  for (const [at, item] of wanted.entries()) {
    const known = current[at];
    if (!known) {
      await hands.press(list.locator(`> button[data-field="${field.path}"]`));
      await expect(items).toHaveCount(at + 1);
    }
    const inner = { ...place, within: items.nth(at) };
    await fillForm(inner, field.fields, known ?? newItem(field.fields), item);
  }
}

/** A module that has one group only does not name it. */
async function unfold({ within, hands }: Place, group: FieldGroup) {
  const button = within.getByRole('button', { name: GROUPS[group], exact: true });
  if ((await button.count()) === 0) return;
  if ((await button.getAttribute('aria-expanded')) === 'false') await hands.press(button);
}

function itemsOf(value: Json): Settings[] {
  return (Array.isArray(value) ? value : []) as Settings[];
}
