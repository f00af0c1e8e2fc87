import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLanguage } from './pinned';

const tag = fc.constantFrom('en', 'en-GB', 'de', 'de-AT', 'fr', 'pt-BR', 'pt', 'ar');
const tags = fc.uniqueArray(tag, { minLength: 1, maxLength: 6 });

describe('the language of a legal text', () => {
  it('is one that it has, whatever is wanted', () => {
    fc.assert(
      fc.property(tags, fc.array(tag), (languages, wanted) => {
        expect(languages).toContain(bestLanguage(languages, wanted));
      }),
    );
  });

  it('is the wanted one where that is there, before one of another region', () => {
    fc.assert(
      fc.property(tags, fc.array(tag, { minLength: 1 }), (languages, wanted) => {
        const own: string = wanted[0] ?? '';
        const best = bestLanguage(languages, wanted);
        if (languages.some((each) => each === own)) expect(best).toBe(own);
        else if (languages.some((each) => each.split('-')[0] === own.split('-')[0])) {
          expect(best.split('-')[0]).toBe(own.split('-')[0]);
        }
      }),
    );
  });
});
