import type { Graph } from '../../preload/contract';
import { chain, edge, graph, jumps, node, offers, ref, says } from '../support/graphs';
import { expectAccessible } from './support/axe';
import { get, onlyExperience } from './support/channels';
import { lock, moduleNode, preview, restart, unlock } from './support/pages';
import { expect, test, type Vault } from './support/vault';

test.use({ contents: 'sample' });

const IMAGE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** What the visited experience does: it asks, and sets what comes back. */
const part: Graph = chain(
  offers('size', 'next'),
  node('set', 'set_variables', {
    variables: [
      { id: 'v', variable: 'points', kind: 'expression', text: '', expression: 'start * 2 + 1' },
    ],
  }),
);

function menu(partId: string): Graph {
  const modules = [
    node('gallery', 'gallery', {
      text: 'Which one do you like?',
      slides: [
        {
          id: 'sea',
          title: 'The sea',
          text: 'Blue',
          image: IMAGE,
          button: 'Take me there',
          branches: false,
        },
        {
          id: 'hills',
          title: 'The hills',
          text: 'Green',
          image: IMAGE,
          button: '',
          branches: false,
        },
      ],
      onward: 'None of them',
      variable: 'place',
    }),
    jumps('visit', 'visit', partId, {
      inputs: [{ id: 'i', variable: 'start', value: ref('20 + 1') }],
      outputs: [{ id: 'o', from: 'points', to: 'score' }],
    }),
    node('condition', 'condition', {
      rules: [
        {
          id: 'many',
          label: 'Many',
          operator: 'expression',
          variable: '',
          value: '',
          expression: 'score > 9 && place == "The sea"',
        },
      ],
    }),
    says('few', 'Few points'),
    node('copy', 'clipboard', {
      text: `${ref('upper(place)')}: ${ref('score + 0.5')} points`,
      content: `CODE-${ref('score')}`,
      label: 'Copy',
    }),
  ];
  const placed = modules.map((each, row) => ({ ...each, position: { x: 0, y: row * 180 } }));
  return graph(placed, [
    edge('gallery', 'next', 'visit'),
    edge('visit', 'next', 'condition'),
    edge('condition', 'many', 'copy'),
    edge('condition', 'else', 'few'),
  ]);
}

/** Puts the two experiences in place of the sample, and opens the first. */
async function build({ page }: Vault): Promise<void> {
  const first = await onlyExperience(page);
  const second = await get(page, 'experiences.create', { name: 'Part' });
  await get(page, 'experiences.saveDraft', { id: second.id, draft: part, revision: 1 });
  const draft = menu(second.id);
  await get(page, 'experiences.saveDraft', { id: first.id, draft, revision: first.revision });
  await lock(page);
  await unlock(page);
  await expect(moduleNode(page, 'Gallery')).toBeVisible();
}

test('a chat shows, decides, calculates, and visits another experience', async ({ vault }) => {
  const { page } = vault;
  await build(vault);
  const chat = preview(page);
  await restart(page);
  await expect(chat.getByText('The hills')).toBeVisible();
  await expect(chat.getByRole('button', { name: 'The hills' })).toHaveCount(0);
  await chat.getByRole('button', { name: 'The sea Blue Take me there' }).click();
  await chat.getByRole('button', { name: 'The next' }).click();
  await expect(chat.getByText('THE SEA: 43.5 points')).toBeVisible();
  await expect(chat.getByText('CODE-43')).toBeVisible();
});

test('the builder says what is wrong with an expression, and helps with the language', async ({
  vault,
}) => {
  const { page } = vault;
  await build(vault);
  await moduleNode(page, 'Condition').click();
  const field = page.getByRole('textbox', { name: 'Expression' });
  await field.fill('score > shout(9)');
  await expect(
    page.getByText(/there is no function of the name at character 9/).first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Help with expressions' }).click();
  await expect(page.getByRole('dialog').getByText('age(birthdate) >= 18')).toBeVisible();
  await expectAccessible(page, 'expression help');
  await page.keyboard.press('Escape');
  await field.fill('score > 9');
  await expect(page.getByText(/there is no function/)).toHaveCount(0);
});
