import {
  AppError,
  Graph,
  Language,
  type LegalContent,
  type ParsedInput,
} from '../../../preload/contract';
import { indexFlow } from '../../chat/flow/flow-index';
import { moduleOf } from '../../chat/modules';
import type { LaneContext } from '../../foundation/operation/context';
import { readSetting } from '../../foundation/store/settings';
import { readRules } from '../../vault/retention/rules';
import { noticeFacts } from './notice-facts';
import { privacyNotice } from './privacy-notice';

/**
 * A first version of a privacy notice for the drafts of these experiences: it comes before they are
 * published. Nothing is stored.
 *
 * @throws AppError `experience.not_found`
 */
export async function makePrivacyNotice(
  { store }: Pick<LaneContext, 'store'>,
  { experienceIds }: ParsedInput<'legal.privacyNotice'>,
): Promise<LegalContent> {
  const rows = await store
    .selectFrom('experiences')
    .select(['id', 'name', 'draft'])
    .orderBy('name')
    .execute();
  const all = rows.map(({ id, name, draft }) => ({
    id,
    name,
    flow: indexFlow(Graph.parse(JSON.parse(draft)), moduleOf),
  }));
  const chosen = all.filter(({ id }) => experienceIds.includes(id));
  if (chosen.length < new Set(experienceIds).size) throw new AppError('experience.not_found');
  const library = new Map(all.map(({ id, flow }) => [id, flow]));
  const facts = noticeFacts(chosen, library, {
    policy: await readRules(store),
    details: await readSetting(store, 'record_details'),
  });
  const languages = Language.options.map((language) => [language, privacyNotice(facts, language)]);
  return { languages: Object.fromEntries(languages), address: '' };
}
