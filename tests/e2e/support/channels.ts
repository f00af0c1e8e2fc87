import type { Page } from 'playwright/test';
import type { ChannelName, Input, Output, Result } from '../../../preload/contract';

/** Asks main as the page could, without its screens: the whole answer, refusals included. */
export async function ask<C extends ChannelName>(
  page: Page,
  channel: C,
  input?: Input<C>,
): Promise<Result<Output<C>>> {
  return (await send(page, channel, input)) as Result<Output<C>>;
}

/** Sends what no type would let through. */
export function send(page: Page, channel: unknown, input?: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, given]) => window.chatvault.call(name as string, given),
    [channel, input],
  );
}

/** The value; a refusal fails the test. */
export async function get<C extends ChannelName>(
  page: Page,
  channel: C,
  input?: Input<C>,
): Promise<Output<C>> {
  const result = await ask(page, channel, input);
  if (!result.ok) throw new Error(`${channel} was refused: ${result.error.code}`);
  return result.value;
}

/** Live rows per table. */
export async function rowCounts(page: Page): Promise<Record<string, number>> {
  const tables = await get(page, 'data.tables');
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));
}

/** The experience that a new workspace has. */
export async function onlyExperience(page: Page): Promise<Output<'experiences.get'>> {
  const [experience] = await get(page, 'experiences.list');
  if (!experience) throw new Error('There is no experience.');
  return get(page, 'experiences.get', { id: experience.id });
}

/** Plays the raffle behind the screens, up to its last message. The browser has to be watched. */
export async function participate(page: Page, email: string): Promise<Output<'chat.answer'>> {
  const { id } = await onlyExperience(page);
  const { sessionId } = await get(page, 'chat.start', { experienceId: id, language: 'en' });
  await get(page, 'chat.answer', { sessionId, answer: { kind: 'choice', option: 'red' } });
  await get(page, 'chat.openLink', { sessionId });
  const answer = { kind: 'text', text: email, acceptedTerms: true } as const;
  return get(page, 'chat.answer', { sessionId, answer });
}
