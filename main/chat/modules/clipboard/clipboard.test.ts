import { expect, it } from 'vitest';
import { BareChat, stepOf } from '../../../../tests/support/chat';
import { graph, node, ref } from '../../../../tests/support/graphs';

const copies = (settings: Parameters<typeof node>[2]) =>
  node('a', 'clipboard', { text: 'Your code:', label: 'Copy', ...settings });

it('says its text, offers what is to be copied, and goes on', () => {
  expect(stepOf(copies({ content: 'ABC' }), { kind: 'enter' })).toEqual({
    say: ['Your code:', { kind: 'copy', text: 'ABC', label: 'Copy' }],
    go: 'next',
  });
});

it('copies values of variables', () => {
  const chat = new BareChat(graph([copies({ content: ref('"A" + upper(code)') })]));
  const { messages } = chat.feed({ kind: 'start', variables: { code: 'bc' } }).last;
  expect(messages[1]?.message).toEqual({ kind: 'copy', text: 'ABC', label: 'Copy' });
});

it('needs something to copy', () => {
  expect(() => stepOf(copies({ content: ' ' }), { kind: 'enter' })).toThrow();
});
