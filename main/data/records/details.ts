import type { Output, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { readRules } from '../../vault/retention/rules';
import { publishedExperiences } from './records';
import { storedBy } from './stored-by';
import { wordsOf } from './words';

/** What only people know, with the experiences that are published, of which something is to be stated. */
export async function recordDetails(
  { store }: Pick<Context, 'store'>,
  { language }: ParsedInput<'records.details'>,
): Promise<Output<'records.details'>> {
  const published = await publishedExperiences(store);
  const policy = await readRules(store);
  return {
    details: await readSetting(store, 'record_details'),
    experiences: published.map(({ id, name, writes }) => ({
      id,
      name,
      modules: [...new Set(writes.map(({ module }) => module.definition.type))],
      stored: storedBy(writes, policy, wordsOf(language), language),
    })),
  };
}

export async function nextReview({
  store,
}: Pick<Context, 'store'>): Promise<Output<'records.review'>> {
  return { nextReview: (await readSetting(store, 'record_details')).nextReview };
}

export async function setRecordDetails(
  { store, record }: Pick<Context, 'store' | 'record'>,
  details: ParsedInput<'records.setDetails'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    await writeSetting(transaction, 'record_details', details);
    await record(transaction);
  });
}
