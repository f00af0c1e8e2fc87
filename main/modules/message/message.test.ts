import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../tests/support/chat';
import { says } from '../../../tests/support/graphs';

describe('message', () => {
  it('says its text and goes on', () => {
    expect(stepOf(says('a', ' Hello '), { kind: 'enter' })).toEqual({ say: ['Hello'], go: 'next' });
  });

  it('needs a text', () => {
    expect(() => stepOf(says('a', '  '), { kind: 'enter' })).toThrow();
  });
});
