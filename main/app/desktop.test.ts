import { beforeEach, expect, it, vi } from 'vitest';

const opened = vi.hoisted((): string[] => []);

vi.mock('electron', () => ({
  app: { getVersion: () => '1', getPath: () => '/' },
  BrowserWindow: { getFocusedWindow: () => null, getAllWindows: () => [] },
  clipboard: {},
  dialog: {},
  shell: { openExternal: async (url: string) => void opened.push(url) },
}));
vi.mock('./print', () => ({ print: () => undefined, printPdf: () => undefined }));

const { createDesktop } = await import('./desktop');
const { openLink } = createDesktop(() => {
  throw new Error('No dialog is shown for a link.');
});

beforeEach(() => opened.splice(0));

it.each([
  'http://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'mailto:ann@example.com',
  'https://user:secret@example.com/',
  'data:text/html,x',
  'HTTP://example.com',
  'not an address',
  '',
])('never gives %j to the browser', async (url) => {
  await expect(openLink(url)).rejects.toMatchObject({ code: 'chat.link_refused' });
  expect(opened).toEqual([]);
});

it('gives the browser what the chat has shown', async () => {
  await openLink('https://b\u0430nk.example/\u202Egpj.exe');
  expect(opened).toEqual(['https://xn--bnk-6cd.example/%E2%80%AEgpj.exe']);
});
