import { describe, expect, it } from 'vitest';
import { branchesOf, channels, type Input, OBLIGATIONS } from '.';

describe('an export', () => {
  const accepts = (accepted: unknown): boolean =>
    channels['exports.prepare'].input.safeParse({
      selection: { tables: ['participations'], channels: 'all', language: 'en' },
      purpose: 'Send the prizes',
      accepted,
    }).success;

  it('is not prepared unless all four obligations are accepted', () => {
    expect(OBLIGATIONS).toHaveLength(4);
    expect(accepts([...OBLIGATIONS])).toBe(true);
    expect(accepts([...OBLIGATIONS].reverse())).toBe(true);
    for (const missing of OBLIGATIONS) {
      expect(accepts(OBLIGATIONS.filter((obligation) => obligation !== missing))).toBe(false);
    }
    for (const none of [[], undefined, true, Array.from({ length: 4 }, () => 'delete_soon')]) {
      expect(accepts(none)).toBe(false);
    }
  });
});

describe('rows that are selected for an export', () => {
  it.each(['exports.prepare', 'exports.requestRelease', 'exports.count'] as const)(
    'are those of one table, as %s is asked',
    (channel) => {
      const accepts = (tables: string[]): boolean => {
        const scope = { tables, filter: { includeIds: [1, 2] } };
        const input =
          channel === 'exports.count'
            ? scope
            : {
                selection: { ...scope, language: 'en' },
                purpose: 'Send the prizes',
                accepted: [...OBLIGATIONS],
              };
        return channels[channel].input.safeParse(input).success;
      };
      expect(accepts(['participations'])).toBe(true);
      expect(accepts(['participations', 'winners'])).toBe(false);
    },
  );
});

describe('a passphrase', () => {
  const accepts = (passphrase: string): boolean =>
    channels['me.changePassphrase'].input.safeParse({ current: 'x', next: passphrase }).success;

  it('is long', () => {
    expect(accepts('eleven char')).toBe(false);
    expect(accepts('twelve chars')).toBe(true);
    expect(accepts('x'.repeat(1_025))).toBe(false);
  });

  it('is taken as it is, blanks included', () => {
    const input: Input<'workspace.unlock'> = { userId: 'user-1', passphrase: '  spaces  ' };
    expect(channels['workspace.unlock'].input.parse(input)).toEqual(input);
  });
});

describe('the branches of a module', () => {
  const declaration = {
    fixed: [{ id: 'else', optional: true }],
    fromList: { key: 'options', label: 'label' },
  };

  it('are one for each item of its list, then the fixed ones', () => {
    const settings = {
      options: [
        { id: 'a', label: 'First' },
        { id: 'b', label: 'Second' },
      ],
    };
    expect(branchesOf(declaration, settings)).toEqual([
      { id: 'a', label: 'First', optional: false },
      { id: 'b', label: 'Second', optional: false },
      { id: 'else', optional: true },
    ]);
  });

  it.each([undefined, null, 'text', 42, {}, [null], [1], ['a'], [{ label: 'no id' }], [{ id: 3 }]])(
    'are only the fixed ones when the list is %j',
    (options) => {
      expect(branchesOf(declaration, { options })).toEqual(declaration.fixed);
    },
  );
});
