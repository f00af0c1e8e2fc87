import { describe, expect, it } from 'vitest';
import { inLines, shownFields, valuesOf } from './form-fields';

const field = (id: string) => ({ id, label: id, format: 'text' as const, required: false });
const form = {
  fields: [field('country'), field('zip'), field('state'), field('street')],
  layouts: {
    field: 'country',
    forms: [
      [
        { id: 'street', required: true, label: 'Street and number' },
        { id: 'state', required: true, options: [{ id: 'NY', label: 'New York' }] },
      ],
      [
        { id: 'zip', required: true },
        { id: 'unknown', required: true },
      ],
    ],
    byChoice: { US: 0, DE: 1 },
  },
};

describe('the fields of a form', () => {
  it('are all of them, where nothing decides', () => {
    const { fields } = form;
    expect(shownFields({ fields }, {})).toEqual(fields);
  });

  it('are those of the choice, in its order, with its words', () => {
    expect(shownFields(form, { country: 'US' })).toMatchObject([
      { id: 'country', required: false },
      { id: 'street', required: true, label: 'Street and number' },
      { id: 'state', required: true, options: [{ id: 'NY' }] },
    ]);
    expect(shownFields(form, { country: 'DE' }).map(({ id }) => id)).toEqual(['country', 'zip']);
  });

  it('are none but the deciding one before a choice', () => {
    for (const country of ['', 'XX', 'constructor']) {
      expect(shownFields(form, { country })).toEqual([form.fields[0]]);
    }
  });

  it('send what is shown, and no option of another choice', () => {
    const values = { country: 'US', street: 'Main St', state: 'BE', zip: '1' };
    expect(valuesOf(shownFields(form, values), values)).toEqual({
      country: 'US',
      street: 'Main St',
      state: '',
    });
  });
});

describe('what was entered', () => {
  const name = (id: string, autocomplete: string) => ({ ...field(id), autocomplete });
  const fields = [name('first', 'given-name'), name('last', 'family-name'), field('zip')];

  it('stands in lines, with both parts of a name in one', () => {
    expect(inLines(fields, ({ id }) => id)).toBe('first last\nzip');
  });

  it('has no line for what is empty', () => {
    expect(inLines(fields, ({ id }) => (id === 'last' ? id : ''))).toBe('last');
  });
});
