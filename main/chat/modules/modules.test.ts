import { describe, expect, it } from 'vitest';
import {
  type FormField,
  MODULE_GROUPS,
  ModuleDescriptor,
  TABLE_NAMES,
} from '../../../preload/contract';
import { asksEmail, chain, node } from '../../../tests/support/graphs';
import { columnNames } from '../../foundation/store/tables';
import { problemsOf } from '../flow/problems';
import { moduleOf, modules } from '.';
import type { ModuleDefinition } from './define-module';
import { describeModule } from './descriptor';

/** What an author still has to fill in after adding a module; everything else comes filled in. */
const LEFT_TO_FILL: Record<string, [code: string, field: string][]> = {
  message: [['setting_missing', 'text']],
  external_link: [['setting_missing', 'url']],
  gallery: [['list_too_short', 'slides']],
  clipboard: [['setting_missing', 'content']],
  random_pick: [['list_too_short', 'items']],
  wait: [],
  choice: [],
  condition: [['setting_missing', 'rules.variable']],
  ab_split: [],
  set_variables: [['list_too_short', 'variables']],
  jump: [['setting_missing', 'module']],
  date_window: [['setting_missing', 'from']],
  opening_hours: [],
  end: [],
  email: [],
  salutation: [],
  name: [],
  phone: [],
  birthdate: [],
  address: [],
  number: [],
  date: [],
  time: [],
  web_address: [],
  iban: [],
  free_text: [],
  questionnaire: [['list_too_short', 'questions']],
  rating: [],
  file_upload: [],
  signature: [],
  quiz: [['list_too_short', 'questions']],
  consent: [['setting_missing', 'text']],
  withdraw_consent: [['list_too_short', 'consents']],
  delete_my_data: [],
  giveaway: [['list_too_short', 'giveaways']],
  instant_win: [['list_too_short', 'prizes']],
  code_entry: [['setting_missing', 'pool']],
  coupon_code: [['setting_missing', 'pool']],
  loyalty_points: [],
  loyalty_redemption: [],
  loyalty_rewards: [['list_too_short', 'rewards']],
  advent_door: [['list_too_short', 'doors']],
};

/** What these set is forgotten with the session: what a clock says, balances and counts that the store has anyway. */
const FOR_THE_SESSION = [
  'opening_hours',
  'code_entry',
  'loyalty_points',
  'loyalty_redemption',
  'loyalty_rewards',
];

const flat = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'list' ? flat(field.fields) : [])]);

/** Every label that the inspector looks up for the form. */
function labelsOf(field: FormField): string[] {
  if (field.kind === 'list') return [field.path, `${field.path}.item`];
  if (!('options' in field)) return [field.path];
  return [field.path, ...field.options.map((option) => `${field.path}.${option}`)];
}

it('knows every module that it offers, and none that only objects inherit', () => {
  expect(modules.map(({ type }) => type)).toEqual(Object.keys(LEFT_TO_FILL));
  for (const type of ['constructor', '__proto__', 'toString', '']) {
    expect(moduleOf(type)).toBeUndefined();
  }
});

describe.each(modules.map((definition) => [definition.type, definition] as const))(
  'the module %s',
  (type, definition: ModuleDefinition) => {
    const descriptor = describeModule(definition);

    it('can be described to the builder', () => {
      expect(descriptor).toMatchObject(ModuleDescriptor.parse(descriptor));
      expect(MODULE_GROUPS).toContain(definition.group);
      expect(definition.icon).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    });

    it.each(['en', 'de'] as const)('labels all of its form and its branches in %s', (language) => {
      const { fields, hints = {}, branches, name, description } = descriptor.texts[language];
      expect(Object.keys(fields).toSorted()).toEqual(
        flat(descriptor.form).flatMap(labelsOf).toSorted(),
      );
      expect(Object.keys(branches)).toEqual(descriptor.branches.fixed.map(({ id }) => id));
      for (const path of Object.keys(hints)) expect(fields).toHaveProperty([path]);
      const words = [
        name,
        description,
        ...Object.values(hints),
        ...Object.values(fields),
        ...Object.values(branches),
      ];
      for (const text of words) expect(text.trim()).not.toBe('');
    });

    it('has words in both languages for the same events of the runtime log', () => {
      const { en, de } = descriptor.texts;
      expect(Object.keys(de.events ?? {})).toEqual(Object.keys(en.events ?? {}));
      expect(en.events === undefined).toBe(!('runtime_log' in definition.stores));
    });

    it('starts with words in both languages for the same settings', () => {
      const { en, de } = descriptor.initial;
      expect(Object.keys(en).toSorted()).toEqual(Object.keys(de).toSorted());
      const keys = descriptor.form.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining(Object.keys(en)));
    });

    it.each(['en', 'de'] as const)(
      'comes with %s settings that lack only what is asked',
      (language) => {
        const initial = descriptor.initial[language] as Record<string, never>;
        const flow = chain(asksEmail('before'), node('new', type, initial));
        const problems = problemsOf(flow, { modules, policy: [], columnsOf: columnNames });
        const found = problems
          .filter(({ moduleId, severity }) => moduleId === 'new' && severity === 'error')
          .map(({ code, field }) => [code, field]);
        expect(found).toEqual(LEFT_TO_FILL[type]);
      },
    );

    it('declares days within bounds for tables that exist', () => {
      expect(descriptor.stores.length).toBe(Object.keys(definition.stores).length);
      for (const { table, days } of descriptor.stores) {
        expect(TABLE_NAMES).toContain(table);
        expect(days).toBeGreaterThan(0);
      }
      if (definition.sets.length > 0 && !FOR_THE_SESSION.includes(type))
        expect(definition.stores).toHaveProperty('variables');
    });

    it('sums itself up by a setting that it has', () => {
      if (definition.summary === undefined) return;
      expect(descriptor.form.map(({ key }) => key)).toContain(definition.summary);
    });
  },
);

it('keeps the giveaway for the days that the lesson shows', () => {
  expect(moduleOf('giveaway')?.stores).toEqual({
    participations: 60,
    winners: 60,
    variables: 60,
    runtime_log: 7,
  });
  expect(moduleOf('email')?.stores).toEqual({ variables: 60, customers: 180 });
});
