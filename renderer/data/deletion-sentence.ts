import { i18n } from '../app/i18n';

/** What a deletion has done; of a legal hold it speaks only where one has kept rows. */
export function deletionSentence({ deleted, held }: { deleted: number; held: number }): string {
  const done = i18n.t('data:deleteAll.done', { count: deleted });
  return held > 0 ? `${done} ${i18n.t('data:deleteAll.held', { count: held })}` : done;
}
