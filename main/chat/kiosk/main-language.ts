import {
  type ChatLanguage,
  chatSettings,
  type Graph,
  type KioskSetup,
} from '../../../preload/contract';
import { writtenIn } from '../modules/built-in-words';

/**
 * In which language the kiosk speaks to participants who have chosen none: that of the experience, as it says or
 * as its sentences tell. Staff's own is what is left where nothing tells.
 */
export function mainLanguage(
  graph: Graph | undefined,
  { language }: Pick<KioskSetup, 'language'>,
): ChatLanguage {
  if (!graph) return language;
  return chatSettings(graph).languages?.main ?? writtenIn(graph) ?? language;
}
