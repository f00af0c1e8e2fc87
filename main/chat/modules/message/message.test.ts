import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../tests/support/chat';
import { node, says } from '../../../../tests/support/graphs';

const ASSET = `asset:${'a'.repeat(64)}`;
const PICTURE = 'data:image/png;base64,AAAA';
const said = (settings: Parameters<typeof node>[2]) =>
  stepOf(node('a', 'message', settings), { kind: 'enter' });

describe('message', () => {
  it('says its text and goes on', () => {
    expect(stepOf(says('a', ' Hello '), { kind: 'enter' })).toMatchObject({
      say: [{ kind: 'text', text: 'Hello' }],
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
      say: [{ kind: 'text', delayMs: 1_500 }],
    });
    const { say } = said({ text: 'Hi', image: PICTURE, delaySeconds: 0 });
    expect(say).toMatchObject([{ delayMs: 0 }, {}]);
    expect(say?.[1]).not.toHaveProperty('delayMs');
  });

  it.each([
    { image: PICTURE },
    { sound: ASSET },
    { video: ASSET },
    { cards: [{ id: 'a', title: 'One' }] },
  ])('needs a text, or something else to show: %j', (settings) => {
    expect(() => said({ text: '  ' })).toThrow();
    expect(said({ text: '', ...settings })).toMatchObject({ go: 'next', say: [{}] });
  });

  it('plays its sound and its video with what tells of them, and shows its cards', () => {
    const card = { id: 'a', title: 'One', image: ASSET, imageText: 'A cup', text: 'Hot', link: '' };
    const { say } = said({
      text: 'Listen!',
      sound: ASSET,
      soundTitle: 'Our song',
      video: ASSET,
      videoTitle: 'Our film',
      videoText: 'We wave.',
      cards: [card],
    });
    expect(say).toMatchObject([
      { kind: 'text' },
      { kind: 'sound', sound: ASSET, title: 'Our song', transcript: '' },
      { kind: 'video', video: ASSET, title: 'Our film', transcript: 'We wave.' },
      {
        kind: 'cards',
        cards: [{ id: 'a', title: 'One', alt: 'A cup', image: ASSET, text: 'Hot' }],
      },
    ]);
  });

  it.each(['http://example.com', 'javascript:alert(1)', 'https://${choice}.example.com'])(
    'takes no card that leads to %s',
    (link) => {
      expect(() => said({ text: 'Hi', cards: [{ id: 'a', title: 'One', link }] })).toThrow();
    },
  );

  it('takes no picture from elsewhere, and none that could run a script', () => {
    for (const image of ['https://example.com/a.png', 'data:image/svg+xml;base64,AAAA', 'x'])
      expect(() => said({ text: 'Hi', image })).toThrow();
  });
});
