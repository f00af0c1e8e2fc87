import type { Output, ParsedInput } from '../../../preload/contract';
import type { Context } from '../../foundation/operation/context';
import { readSetting, writeSetting } from '../../foundation/store/settings';
import { publishedExperiences } from './records';

/** What only people know, with the experiences that are published, whose purposes are asked for. */
export async function recordDetails({
  store,
}: Pick<Context, 'store'>): Promise<Output<'records.details'>> {
  const published = await publishedExperiences(store);
  return {
    details: await readSetting(store, 'record_details'),
    experiences: published.map(({ id, name }) => ({ id, name })),
  };
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
