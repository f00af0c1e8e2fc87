import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stepOf } from '../../../tests/support/chat';
import { node } from '../../../tests/support/graphs';
import { added, ask, filled } from '../../../tests/support/questions';

/** What was refused or changed in comparable software: the first column of each line. */
function linesOf(name: string): string[][] {
  const text = readFileSync(`tests/fixtures/cases/${name}`, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(name.endsWith('.csv') ? ',' : '\t'));
}

it('takes the addresses that people there write', () => {
  const parts = { street: 'Main Street 1', city: 'Town', state: '' };
  const states: Record<string, string> = { HK: 'Kowloon', AE: 'Dubai', US: 'NY' };
  const zips = linesOf('addresses.csv')
    .slice(1)
    .map(([country = '', zip = '']) => {
      const values = { ...parts, country, zip, state: states[country] ?? '' };
      return ask('address').answer(filled(values));
    });
  expect(zips).toMatchObject([
    { set: { zip: '' }, go: 'next' },
    { set: { zip: '' }, go: 'next' },
    { set: { zip: '00-950' }, go: 'next' },
    { set: { zip: '10115' }, go: 'next' },
    { set: { zip: '12345-6789' }, go: 'next' },
  ]);
});

it('takes one name, and none that only looks like one', () => {
  const meant: Record<string, string> = { '(empty)': '', 'U+3164': '\u3164' };
  const answers = linesOf('names.txt').map(([line = '']) => {
    const [, first = '', last = ''] = /^first=(\S+) last=(\S+)$/.exec(line) ?? [];
    const values = { firstname: meant[first] ?? first, lastname: meant[last] ?? last };
    return ask('name').answer(filled(values));
  });
  const sukarno = { set: { firstname: 'Sukarno', lastname: '' }, go: 'next' };
  expect(answers).toMatchObject([sukarno, sukarno, { ask: { kind: 'form' } }]);
});

it('understands numbers, or asks back', () => {
  const settings = { integer: false, mark: 'point', variable: 'n' };
  const answers = linesOf('numbers.txt').map(([typed = '']) => ask('number', settings).type(typed));
  expect(answers).toMatchObject([
    { set: { n: '0.5' } },
    { set: { n: '12' } },
    { ask: { options: [{ label: '1' }, { label: '1000' }, { id: 'change' }] } },
  ]);
});

it('understands phone numbers, and loses no extension', () => {
  const answers = linesOf('phones.txt').map(([typed = '']) =>
    ask('phone', { country: 'DE' }).type(typed),
  );
  expect(answers).toMatchObject([
    { set: { phone: '+4915123456789' } },
    { set: { phone: '+49301234567;ext=12' } },
  ]);
});

it('plays settings from before there were words for asking back, states and reasons', () => {
  const settingsOf = (type: string, ...names: string[]) =>
    Object.fromEntries(
      Object.entries(added(type).settings).filter(([key]) => !names.includes(key)),
    );
  const old = [
    node('a', 'phone', settingsOf('phone', 'askBack', 'several', 'extension', 'extensionRefused')),
    node('a', 'number', settingsOf('number', 'askBack')),
    node('a', 'name', settingsOf('name', 'requiresBoth', 'bothReason')),
    node('a', 'address', settingsOf('address', 'streetLineLabel', 'stateLabel', 'districtLabel')),
  ];
  for (const module of old) {
    expect(stepOf(module, { kind: 'enter' }), module.type).toHaveProperty('ask');
    const answer = { kind: 'text', text: '1.000', acceptedTerms: false } as const;
    expect(stepOf(module, { kind: 'answer', answer }), module.type).toHaveProperty('say.0');
  }
});
