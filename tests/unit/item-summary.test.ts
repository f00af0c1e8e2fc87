import { describe, expect, it } from 'vitest';
import { moduleOf } from '../../main/chat/modules';
import { describeModule } from '../../main/chat/modules/descriptor';
import type { Json } from '../../renderer/flow/inspector/field-props';
import { summaryOfItem } from '../../renderer/flow/inspector/item-summary';

function summary(type: string, list: string, item: Record<string, Json>, language: 'en' | 'de') {
  const module = moduleOf(type);
  if (!module) throw new Error(type);
  const { form, texts } = describeModule(module);
  const field = form.find(({ key }) => key === list);
  if (field?.kind !== 'list') throw new Error(list);
  return summaryOfItem(field.fields, item, { labels: texts[language].fields, language });
}

describe('an item in a few words', () => {
  it('names the prizes of a giveaway, with how many there are', () => {
    const item = {
      id: 'g',
      name: 'Summer',
      from: '2026-06-01',
      until: '12-24 18:00',
      prizes: [
        { id: 'a', name: 'Mug', number: 3 },
        { id: 'b', name: 'Trip', number: 1 },
      ],
    };
    expect(summary('giveaway', 'giveaways', item, 'de')).toEqual({
      title: 'Summer',
      details: ['Von 01.06.2026', 'Bis einschließlich 24.12., 18:00', 'Preise: 3 × Mug, 1 × Trip'],
    });
  });

  it('tells how a prize is won and how many are left, and leaves out what is not asked for', () => {
    const item = { id: 'p', name: 'Mug', by: 'percent', percent: 10, oneIn: 100, stock: 1500 };
    const { title, details } = summary('instant_win', 'prizes', item, 'en');
    expect(title).toBe('Mug');
    expect(details).toContain('Stock: 1,500');
    expect(details.join()).not.toContain('100');
  });

  it('shows marks of a text as what they mean', () => {
    const item = { id: 'q', text: 'Which **colour**?', kind: 'single', options: [] };
    expect(summary('questionnaire', 'questions', item, 'en').title).toBe('Which colour?');
  });

  it('has no title while nothing is filled in', () => {
    expect(summary('giveaway', 'giveaways', { id: 'g', name: '' }, 'en').title).toBe('');
  });
});
