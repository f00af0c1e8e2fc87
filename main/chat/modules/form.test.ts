import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemId, label, longText, optionalLongText, verbatim } from './fields';
import { defaultsOf, formOf } from './form';

const rich = { kind: 'longText', maxLength: 5_000, isRich: true };

describe('the form of a module', () => {
  it('has a field for each setting, of the kind that its schema says', () => {
    const form = formOf(
      z.object({
        title: label,
        text: longText,
        note: optionalLongText,
        copied: verbatim,
        days: z.number().int().min(1).max(31),
        isOn: z.boolean().default(true),
        limit: z.enum(['once', 'daily']).default('once'),
      }),
    );
    expect(form).toEqual([
      { key: 'title', path: 'title', required: true, kind: 'text', maxLength: 200 },
      { key: 'text', path: 'text', required: true, ...rich },
      { key: 'note', path: 'note', required: false, ...rich },
      { key: 'copied', path: 'copied', required: true, kind: 'longText', maxLength: 5_000 },
      { key: 'days', path: 'days', required: false, kind: 'number', min: 1, max: 31 },
      { key: 'isOn', path: 'isOn', required: false, kind: 'switch' },
      {
        key: 'limit',
        path: 'limit',
        required: false,
        kind: 'select',
        options: ['once', 'daily'],
        initial: 'once',
      },
    ]);
  });

  it('nests the fields of a list under its path, and hides the ids of its items', () => {
    const item = z.object({ id: itemId, name: label });
    expect(formOf(z.object({ prizes: z.array(item).min(1).max(3) }))).toEqual([
      {
        key: 'prizes',
        path: 'prizes',
        required: true,
        kind: 'list',
        min: 1,
        max: 3,
        fields: [
          { key: 'name', path: 'prizes.name', required: true, kind: 'text', maxLength: 200 },
        ],
      },
    ]);
  });

  it('does not guess how a setting is edited', () => {
    expect(() => formOf(z.object({ secret: z.string() }))).toThrow('secret does not say');
  });

  it('starts with the defaults of the schema and with empty lists', () => {
    const settings = z.object({
      text: longText,
      note: optionalLongText,
      isOn: z.boolean().default(false),
      items: z.array(z.object({ id: itemId })).min(1),
    });
    expect(defaultsOf(settings)).toEqual({ note: '', isOn: false, items: [] });
  });
});
