import { describe, expect, it } from 'vitest';
import { BareChat, stepOf } from '../../../../tests/support/chat';
import { chain, node, says } from '../../../../tests/support/graphs';

const wait = (settings = {}) => stepOf(node('a', 'wait', settings), { kind: 'enter' });

describe('a wait', () => {
  it('is a pause between what is said before and after', () => {
    const graph = chain(says('a'), node('w', 'wait', { seconds: 2.5 }), says('b'));
    const { messages } = new BareChat(graph).start().last;
    expect(messages.map(({ message }) => message.kind)).toEqual(['text', 'pause', 'text']);
    expect(messages[1]?.message).toMatchObject({ delayMs: 2_500, showsTyping: true, skip: '' });
  });

  it('shows nothing, or a way to go on, where its author says so', () => {
    expect(wait({ shows: 'nothing', skip: 'Go on' })).toMatchObject({
      say: [{ showsTyping: false, skip: 'Go on' }],
    });
  });

  it.each([0, -1, 31, Number.NaN])('does not last %s seconds', (seconds) => {
    expect(() => wait({ seconds })).toThrow();
  });
});
