import { describe, expect, it } from 'vitest';
import { confirmed, stepOf } from '../../../../tests/support/chat';
import { links, ref } from '../../../../tests/support/graphs';
import { httpsUrl } from '../fields';

describe('external link', () => {
  const ask = { kind: 'link', label: 'Open', url: 'https://example.com/' };

  it('offers its address and opens nothing by itself', () => {
    expect(stepOf(links('a'), { kind: 'enter' })).toMatchObject({
      say: [{ kind: 'image', image: '' }, ''],
      ask,
    });
  });

  it('goes on and logs that it was opened, but not by whom', () => {
    expect(stepOf(links('a'), { kind: 'linkOpened' })).toEqual({
      store: [{ store: 'runtime_log', row: { event: 'link_opened' } }],
      go: 'next',
    });
  });

  it('can be passed without opening it where the author allows that, and logs nothing then', () => {
    const link = links('a');
    const free = { ...link, settings: { ...link.settings, skip: 'Later' } };
    expect(stepOf(free, { kind: 'enter' })).toMatchObject({ ask: { ...ask, skip: 'Later' } });
    expect(stepOf(free, { kind: 'answer', answer: { kind: 'skip' } })).toEqual({ go: 'next' });
  });

  it('goes on waiting for anything but the click', () => {
    expect(stepOf(links('a'), { kind: 'answer', answer: confirmed() })).toEqual({ ask });
  });
});

describe('an address', () => {
  it.each([
    'https://example.com',
    'HTTPS://EXAMPLE.com/path?a=b#c',
    ' https://example.com:8443/ ',
    `https://example.com/${ref('email')}`,
    'https://bücher.example/',
  ])('%s is accepted', (url) => {
    expect(httpsUrl.safeParse(url).success).toBe(true);
  });

  it.each([
    '',
    'http://example.com/',
    'example.com',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://',
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://exa mple.com/',
    `https://${ref('email')}/`,
    `https://example.com${ref('choice')}`,
    `https:\\\\example.com${ref('choice')}`,
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('%s is refused', (url) => {
    expect(httpsUrl.safeParse(url).success).toBe(false);
  });
});
