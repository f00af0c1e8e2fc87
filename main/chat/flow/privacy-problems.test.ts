import { describe, expect, it } from 'vitest';
import type { Graph, Policy } from '../../../preload/contract';
import {
  ASKING,
  asksEmail,
  chain,
  ends,
  lessonGraph,
  node,
  raffles,
  ref,
  says,
} from '../../../tests/support/graphs';
import { added } from '../../../tests/support/questions';
import { columnNames } from '../../foundation/store/tables';
import { modules } from '../modules';
import { problemsOf } from './problems';

function found(draft: Graph, policy: Policy = []): string[] {
  return problemsOf(draft, { modules, policy, columnsOf: columnNames })
    .filter(({ severity }) => severity === 'privacy')
    .map(({ code, moduleId, field, params }) =>
      [code, moduleId, field, ...Object.values(params)].filter(Boolean).join(' '),
    );
}

const TERMS = { terms: 'We keep your address for the raffle.' };

describe('the privacy check', () => {
  it('has nothing to say about the lesson', () => {
    expect(found(lessonGraph())).toEqual([]);
  });

  it('has nothing to say where nothing is stored', () => {
    const off = [{ moduleId: null, table: null, enabled: false, days: null }];
    expect(found(chain(asksEmail('a'), raffles('b')), off)).toEqual([]);
  });

  it('wants to know what personal data is asked for', () => {
    expect(found(chain(asksEmail('a'), says('b', ref('email'))))).toEqual([
      'terms_missing a terms',
    ]);
    expect(found(chain(asksEmail('a', TERMS), says('b', ref('email'))))).toEqual([]);
    expect(found(chain(asksEmail('a', { terms: '  ' }), raffles('b', TERMS)))).toEqual([]);
  });

  it('wants terms of their own for a giveaway', () => {
    expect(found(chain(asksEmail('a', TERMS), raffles('b')))).toEqual(['terms_missing b terms']);
  });

  it('takes a use of the whole address for a use of its parts, and names none that completes it', () => {
    const address = added('address');
    const of = (...flow: Parameters<typeof chain>) =>
      found(chain(...flow)).filter((problem) => problem.startsWith('collected_not_used'));
    expect(of(address, ends('b'))).toEqual(
      ['street', 'house_number', 'zip', 'city', 'country'].map(
        (name) => `collected_not_used module-1 ${name}`,
      ),
    );
    expect(of(address, says('b', ref('postal_address')))).toEqual([]);
    expect(of(address, raffles('b', TERMS))).toEqual([]);
  });

  it('finds what is collected and used by nobody', () => {
    expect(found(chain(asksEmail('a', TERMS), ends('b')))).toEqual(['collected_not_used a email']);
    const ownText = asksEmail('a', { ...TERMS, question: `Is it ${ref('email')}?` });
    expect(found(chain(ownText, ends('b', 'Your email')))).toEqual(['collected_not_used a email']);
    expect(found(chain(asksEmail('a', TERMS), ends('b', `Bye, ${ref('email')}`)))).toEqual([]);
  });

  it('takes what a survey asks as used: its answers are evaluated in their table', () => {
    const settings = { ...ASKING, variable: 'score', noComment: 'None', invalid: 'Choose.' };
    const survey = chain(asksEmail('a', TERMS), node('b', 'rating', settings));
    expect(found(survey)).toEqual([]);
    const off = [{ moduleId: null, table: 'answers' as const, enabled: false, days: null }];
    expect(found(survey, off)).toContain('collected_not_used b score');
  });

  it('does not count a use in a module that nobody comes to', () => {
    const draft = chain(asksEmail('a', TERMS), ends('b'));
    draft.modules.push(says('lost', ref('email')));
    expect(found(draft)).toEqual(['collected_not_used a email']);
  });

  it('finds what is kept longer than its module needs it', () => {
    const longer = [{ moduleId: 'giveaway', table: 'winners' as const, enabled: true, days: 400 }];
    expect(found(lessonGraph(), longer)).toEqual(['kept_too_long giveaway winners 400 60']);
    const capped = [...longer, { moduleId: null, table: null, enabled: true, days: 30 }];
    expect(found(lessonGraph(), capped)).toEqual([]);
  });
});
