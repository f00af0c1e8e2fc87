import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { ends } from '../../../../tests/support/graphs';

describe('end', () => {
  it('says its last words and ends the chat', () => {
    expect(stepOf(ends('a', 'Bye'), { kind: 'enter' })).toEqual({ say: ['Bye'], end: true });
  });

  it('may end without a word', () => {
    expect(stepOf(ends('a', ''), { kind: 'enter' })).toEqual({ say: [''], end: true });
  });
});
