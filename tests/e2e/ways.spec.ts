import { edge, node } from '../support/graphs';
import { violationsOf } from './support/axe';
import { importModules } from './support/import-modules';
import { preview, restart } from './support/pages';
import { expect, test } from './support/vault';

test.use({ contents: 'sample' });

const variants = [
  { id: 'a', name: 'Short', percent: 100 },
  { id: 'b', name: 'Long', percent: 0 },
];
const tips = [{ id: 't', text: 'Bring a friend.', branches: false }];

test('a chat waits until somebody goes on, picks, divides, and knows when it is open', async ({
  vault: { app, page },
  folder,
}) => {
  const always = { hours: [{ id: 'h', days: ['mon'], from: '00:00', to: '00:00' }] };
  await importModules(
    { app, page, folder },
    'Ways',
    [
      node('wait', 'wait', { seconds: 30, skip: 'Go on at once' }),
      node('tip', 'random_pick', { items: tips }),
      node('split', 'ab_split', { variants }),
      node('hours', 'opening_hours', always),
      node('open', 'message', { text: 'We are open.' }),
      node('closed', 'message', { text: `Closed until \${opening_hours_next}.` }),
    ].map((module, at) => ({ ...module, position: { x: 0, y: at * 180 } })),
    () => [
      edge('wait', 'next', 'tip'),
      edge('tip', 'next', 'split'),
      edge('split', 'a', 'hours'),
      edge('split', 'b', 'closed'),
      edge('hours', 'open', 'open'),
      edge('hours', 'closed', 'closed'),
    ],
  );

  const chat = preview(page);
  const said = chat.getByRole('log');
  await restart(page);
  await expect(chat.getByRole('button', { name: 'Go on at once' })).toBeVisible();
  await expect(said.getByText('Bring a friend.')).toHaveCount(0);
  await expect(chat.getByRole('img', { name: 'Typing' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await chat.getByRole('button', { name: 'Go on at once' }).click();
  await expect(said.getByText('Bring a friend.')).toBeVisible();
  await expect(said.getByText(/We are open\.|Closed until .*Monday/)).toBeVisible();
});

test('a chat that says a hundred things without motion shows them all at once', async ({
  vault: { app, page },
  folder,
}) => {
  const things = Array.from({ length: 100 }, (_, at) =>
    node(`m${at}`, 'message', { text: `Thing ${at}.` }),
  );
  await importModules({ app, page, folder }, 'Many', things);
  await restart(page);
  const said = preview(page).getByRole('log');
  await expect(said).toContainText('Thing 0.');
  await expect(said).toContainText('Thing 99.');
});
