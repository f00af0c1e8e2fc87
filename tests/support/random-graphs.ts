import fc from 'fast-check';
import { modules } from '../../main/chat/modules';
import type { ModuleDefinition } from '../../main/chat/modules/define-module';
import { formOf } from '../../main/chat/modules/form';
import {
  type Answer,
  branchesOf,
  type Edge,
  type FormField,
  type Graph,
  legalRef,
  type ModuleNode,
  type Prompt,
} from '../../preload/contract';
import { node, ref } from './graphs';

/** Names that a careless look-up would find on every object, and texts that upset parsers. */
const HOSTILE = [
  ref('constructor'),
  ref('__proto__'),
  `${ref('toString')} ${ref('email')}`,
  `$&${ref('choice')}$1`,
  `\${${ref('email')}}`,
  '\u202Eevil\u0000\uD800',
  '😀'.repeat(20),
  '<img src=x onerror=alert(1)>',
];

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
);

/** A chat that may hold every registered kind of module, with settings that each schema accepts. */
export const randomGraph: fc.Arbitrary<Graph> = graphOf(
  fc.array(fc.constantFrom(...modules), { minLength: 1, maxLength: 7 }),
);

const jump = modules.filter(({ type }) => type === 'jump');
const around = modules.filter(
  ({ group, type }) =>
    (type !== 'jump' && ['say', 'decide'].includes(group)) || ['email', 'giveaway'].includes(type),
);

const some = (maxLength: number) => fc.shuffledSubarray(around, { minLength: 1, maxLength });

/** Three experiences that lead into each other; the first of them begins with a jump. */
export const randomWorld: fc.Arbitrary<Record<'root' | 'one' | 'two', Graph>> = fc.record({
  root: graphOf(some(3).map((others) => [...jump, ...others])),
  one: graphOf(fc.shuffledSubarray([...around, ...jump], { minLength: 1, maxLength: 3 })),
  two: graphOf(some(3)),
});

function graphOf(definitions: fc.Arbitrary<ModuleDefinition[]>): fc.Arbitrary<Graph> {
  return definitions
    .chain((chosen) => fc.tuple(...chosen.map(randomModule)))
    .map((nodes) => nodes.map((each, index) => ({ ...each, id: `module${index}` })))
    .chain((nodes) =>
      fc.tuple(...nodes.flatMap((source) => edgesFrom(source, nodes))).map((edges) => ({
        start: nodes[0]?.id ?? null,
        modules: nodes,
        edges: edges.filter((edge) => edge !== null),
      })),
    );
}

/** What a participant could send to a prompt, fitting or not. */
export const randomAnswer = (prompt: Prompt): fc.Arbitrary<Answer> =>
  fc.oneof({ weight: 4, arbitrary: fittingAnswer(prompt) }, { weight: 1, arbitrary: anyAnswer });

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('choice' as const), option: fc.constantFrom('a', 'constructor') }),
  fc.record({ kind: fc.constant('text' as const), text: hostileText, acceptedTerms: fc.boolean() }),
  fc.record({ kind: fc.constant('confirm' as const), acceptedTerms: fc.boolean() }),
  fc.record({ kind: fc.constant('consent' as const), given: fc.boolean() }),
  fc.record({ kind: fc.constant('scale' as const), value: fc.maxSafeInteger() }),
  fc.record({
    kind: fc.constant('choices' as const),
    options: fc.array(fc.constantFrom('a', 'constructor')),
  }),
  fc.constant({ kind: 'form' as const, values: { constructor: 'x' } }),
  fc.constant({ kind: 'matrix' as const, cells: { a: 'constructor' } }),
  fc.constant({ kind: 'file' as const, name: '../../etc/passwd', bytes: new Uint8Array([0]) }),
  fc.constantFrom({ kind: 'skip' as const }, { kind: 'dontKnow' as const }),
);

const TEXTS = [
  'ann@example.com',
  ' BOB@Example.COM ',
  'nobody',
  '7',
  '2001-02-03',
  '+49 30 1234567',
  '9:30 PM',
  'DE89 3704 0044 0532 0130 00',
];

function fittingAnswer(prompt: Prompt): fc.Arbitrary<Answer> {
  switch (prompt.kind) {
    case 'choice':
      return fc
        .constantFrom(...prompt.options.map(({ id }) => id), 'none')
        .map((option) => ({ kind: 'choice', option }));
    case 'choices':
      return fc
        .subarray(prompt.options.map(({ id }) => id))
        .map((options) => ({ kind: 'choices', options }));
    case 'confirm':
      return fc.boolean().map((acceptedTerms) => ({ kind: 'confirm', acceptedTerms }));
    case 'consent':
      return fc.boolean().map((given) => ({ kind: 'consent', given }));
    case 'scale':
      return fc
        .integer({ min: prompt.min, max: prompt.max })
        .map((value) => ({ kind: 'scale', value }));
    case 'slider':
      return fc
        .constantFrom(prompt.min, prompt.max, prompt.min + prompt.step)
        .map((value) => ({ kind: 'slider', value }));
    case 'ranking':
      return fc
        .shuffledSubarray(prompt.options.map(({ id }) => id))
        .map((options) => ({ kind: 'ranking', options }));
    case 'form':
      return fc
        .record(Object.fromEntries(prompt.fields.map(({ id }) => [id, fc.constantFrom(...TEXTS)])))
        .map((values) => ({ kind: 'form', values }));
    case 'matrix':
      return fc
        .record(
          Object.fromEntries(
            prompt.rows.map(({ id }) => [id, fc.constantFrom(...prompt.columns.map((c) => c.id))]),
          ),
        )
        .map((cells) => ({ kind: 'matrix', cells }));
    case 'file':
      return fc
        .uint8Array({ maxLength: 50 })
        .map((bytes) => ({ kind: 'file', name: 'photo.png', bytes }));
    case 'signature':
      return fc.oneof(
        fc
          .uint8Array({ maxLength: 50 })
          .map((png) => ({ kind: 'signature' as const, by: 'drawing' as const, png })),
        fc
          .constantFrom(...TEXTS)
          .map((text) => ({ kind: 'signature' as const, by: 'initials' as const, text })),
      );
    case 'text':
    case 'link':
      return fc
        .tuple(fc.constantFrom(...TEXTS), fc.boolean())
        .map(([text, acceptedTerms]) => ({ kind: 'text', text, acceptedTerms }));
  }
}

function randomModule(definition: ModuleDefinition): fc.Arbitrary<ModuleNode> {
  return randomSettings(formOf(definition.settings))
    .filter((settings) => definition.settings.safeParse(settings).success)
    .map((settings) => node('', definition.type, settings));
}

function randomSettings(form: FormField[]): fc.Arbitrary<ModuleNode['settings']> {
  return fc.record(Object.fromEntries(form.map((field) => [field.key, randomSetting(field)])));
}

function randomSetting(field: FormField): fc.Arbitrary<never> {
  return settingOf(field) as fc.Arbitrary<never>;
}

/** Settings that chance alone would hardly ever hit, by their path. */
const SELDOM_RIGHT: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'hours.from': fc.constantFrom('00:00', '09:00'),
  'hours.to': fc.constantFrom('00:00', '02:00', '18:00'),
  'exceptions.from': fc.constantFrom('', '10:00'),
  'exceptions.to': fc.constantFrom('', '14:00'),
  'variants.percent': fc.constant(50),
};

function settingOf(field: FormField): fc.Arbitrary<unknown> {
  const seldomRight = SELDOM_RIGHT[field.path];
  if (seldomRight) return seldomRight;
  switch (field.kind) {
    case 'text':
    case 'longText':
      return field.required ? hostileText : fc.oneof(fc.constant(''), hostileText);
    case 'url':
      return fc.constantFrom(
        `https://example.com/?q=${ref('email')}`,
        `https://example.org/#${ref('choice')}`,
      );
    case 'number':
      return fc.integer({ min: Math.ceil(field.min ?? -9), max: Math.min(field.max ?? 9, 1_000) });
    case 'variable':
      return fc.constantFrom('email', 'choice', 'answer', 'firstname');
    case 'expression':
      return fc.constantFrom('choice == "a"', 'size(email) > 3', 'nothing');
    case 'date':
      return fc.constantFrom('', '2026-12-04', '12-04');
    case 'dateTime':
      return fc.constantFrom('', '2026-12-04T18:30');
    case 'time':
      return fc.constantFrom('', '08:00', '17:30');
    case 'timeZone':
      return fc.constantFrom('', 'Europe/Berlin', 'America/New_York');
    case 'image':
      return fc.constantFrom('', 'data:image/png;base64,AAAA', `asset:${'a'.repeat(64)}`);
    case 'sound':
    case 'video':
      return fc.constantFrom('', `asset:${'b'.repeat(64)}`);
    case 'options':
      return fc.subarray(['a', 'b', 'row=a', 'other']);
    case 'module':
      return fc.constantFrom('module0', 'module1', 'gone');
    case 'experience':
      return fc.constantFrom('root', 'one', 'two', 'one', 'two', 'gone');
    case 'codePool':
      return fc.constantFrom('gone');
    case 'legalText':
      return fc.constantFrom('', legalRef('known'));
    case 'multiSelect':
      return fc.subarray(field.options);
    case 'switch':
      return fc.boolean();
    case 'select':
      return fc.constantFrom(...field.options);
    case 'list':
      return listOf(field.fields, field.min, field.max ?? 4);
  }
}

function listOf(fields: FormField[], minLength: number, max: number): fc.Arbitrary<unknown> {
  return fc
    .array(randomSettings(fields), { minLength, maxLength: Math.min(max, 4) })
    .map((items) => items.map((item, index) => ({ ...item, id: `item${index}` })));
}

function edgesFrom(source: ModuleNode, nodes: ModuleNode[]): fc.Arbitrary<Edge | null>[] {
  const definition = modules.find(({ type }) => type === source.type);
  if (!definition) return [];
  return branchesOf(definition.branches, source.settings).map(({ id }) =>
    fc.option(
      fc.constantFrom(...nodes).map((target) => ({ from: source.id, branch: id, to: target.id })),
      { freq: 6 },
    ),
  );
}
