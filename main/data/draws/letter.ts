import { Letter, type ParsedInput } from '../../../preload/contract';
import de from '../../../resources/locales/de/draw.json';
import en from '../../../resources/locales/en/draw.json';
import type { Context } from '../../foundation/operation/context';
import type { Store } from '../../foundation/store/database';
import { readSetting } from '../../foundation/store/settings';
import { findDraw } from './stored-draw';

/** The letter of a draw; before it is written, one to begin with. @throws AppError `draw.not_found` */
export function readLetter(
  { store }: Pick<Context, 'store'>,
  { id }: ParsedInput<'draws.letter'>,
): Promise<Letter> {
  return letterOf(store, id);
}

export async function letterOf(store: Store, drawId: string): Promise<Letter> {
  const { letter } = await findDraw(store, drawId);
  if (letter !== null) return Letter.parse(JSON.parse(letter));
  const { controller, contact } = await readSetting(store, 'record_details');
  const { subject: deSubject, body: deBody } = de.letter.first;
  const { subject, body } = en.letter.first;
  return {
    sender: [controller.name, controller.address].filter(Boolean).join('\n').slice(0, 500),
    contact: contact.slice(0, 300),
    languages: { en: { subject, body }, de: { subject: deSubject, body: deBody } },
  };
}

/** @throws AppError `draw.not_found` */
export async function setLetter(
  { store, record }: Pick<Context, 'store' | 'record'>,
  { id, letter }: ParsedInput<'draws.setLetter'>,
): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    const { giveaway_name: giveaway } = await findDraw(transaction, id);
    await transaction
      .updateTable('draws')
      .set({ letter: JSON.stringify(letter) })
      .where('id', '=', id)
      .execute();
    await record(transaction, { giveaway });
  });
}
