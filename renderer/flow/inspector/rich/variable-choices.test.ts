import { describe, expect, it } from 'vitest';
import { type Choice, matching } from './variable-choices';

const choice = (source: string, about: string, isExample = false): Choice => ({
  source,
  about,
  isExample,
});
const CHOICES = [
  choice('email', 'Email: Hello firstname! Where can we reach you?'),
  choice('firstname_confirmed', 'Consent'),
  choice('firstname', 'Name: What is your name?'),
  choice('upper(firstname)', 'In capital letters', true),
];
const found = (query: string) => matching(CHOICES, query).map(({ source }) => source);

describe('matching', () => {
  it('puts what is called so before what is said about others', () => {
    const examples = ['upper(firstname)'];
    expect(found('firstname')).toEqual(['firstname', 'firstname_confirmed', 'email', ...examples]);
    expect(found(' Firstname_')).toEqual(['firstname_confirmed']);
    expect(found('reach')).toEqual(['email']);
  });

  it('keeps the order of the flow where nothing is typed, and expressions last', () => {
    expect(found('')).toEqual(CHOICES.map(({ source }) => source));
  });

  it('finds nothing where nothing fits', () => {
    expect(found('nowhere')).toEqual([]);
  });
});
