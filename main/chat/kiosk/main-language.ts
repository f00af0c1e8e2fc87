import {
  type ChatLanguage,
  chatSettings,
  type Graph,
  type KioskSetup,
  Language,
  SampleId,
} from '../../../preload/contract';
import { sampleOf } from '../experiences/samples';
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
  return (
    chatSettings(graph).languages?.main ?? writtenIn(graph) ?? languageOfSample(graph) ?? language
  );
}

/** Of one that still says something as a sample does. */
function languageOfSample(graph: Graph): Language | undefined {
  const said = new Set(messagesOf(graph));
  return Language.options.find((language) =>
    SampleId.options.some((id) =>
      messagesOf(sampleOf(id, language).graph).some((text) => said.has(text)),
    ),
  );
}

function messagesOf({ modules }: Graph): unknown[] {
  return modules.filter(({ type }) => type === 'message').map(({ settings }) => settings.text);
}
