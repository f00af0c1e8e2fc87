import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node, says } from '../../../../tests/support/graphs';

const PICTURE = 'data:image/png;base64,AAAA';
const said = (settings: Parameters<typeof node>[2]) =>
  stepOf(node('a', 'message', settings), { kind: 'enter' });

describe('message', () => {
  it('says its text and goes on', () => {
    expect(stepOf(says('a', ' Hello '), { kind: 'enter' })).toMatchObject({
      say: [
        { kind: 'image', image: '' },
        { kind: 'text', text: 'Hello' },
      ],
      go: 'next',
    });
  });

  it('shows its picture first, with its description', () => {
    expect(said({ text: 'Look!', image: PICTURE, imageText: 'A cat' })).toMatchObject({
      say: [
        { kind: 'image', image: PICTURE, alt: 'A cat' },
        { kind: 'text', text: 'Look!' },
      ],
    });
  });

  it('waits before what comes first only', () => {
    expect(said({ text: 'Hi', delaySeconds: 1.5 })).toMatchObject({
      say: [{ kind: 'image' }, { kind: 'text', delayMs: 1_500 }],
    });
    const { say } = said({ text: 'Hi', image: PICTURE, delaySeconds: 0 });
    expect(say).toMatchObject([{ delayMs: 0 }, {}]);
    expect(say?.[1]).not.toHaveProperty('delayMs');
  });

  it('needs a text or a picture', () => {
    expect(() => said({ text: '  ' })).toThrow();
    expect(said({ text: '', image: PICTURE })).toHaveProperty('go');
  });

  it('takes no picture from elsewhere, and none that could run a script', () => {
    for (const image of ['https://example.com/a.png', 'data:image/svg+xml;base64,AAAA', 'x'])
      expect(() => said({ text: 'Hi', image })).toThrow();
  });
});
