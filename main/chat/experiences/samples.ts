import { Graph, type Language, SampleId, type SampleSummary } from '../../../preload/contract';
import adventCalendarDe from '../../../resources/samples/advent-calendar.de.json';
import adventCalendarEn from '../../../resources/samples/advent-calendar.en.json';
import customerSurveyDe from '../../../resources/samples/customer-survey.de.json';
import customerSurveyEn from '../../../resources/samples/customer-survey.en.json';
import helloWorldDe from '../../../resources/samples/hello-world.de.json';
import helloWorldEn from '../../../resources/samples/hello-world.en.json';
import loyaltyCardDe from '../../../resources/samples/loyalty-card.de.json';
import loyaltyCardEn from '../../../resources/samples/loyalty-card.en.json';
import tradeFairRaffleDe from '../../../resources/samples/trade-fair-raffle.de.json';
import tradeFairRaffleEn from '../../../resources/samples/trade-fair-raffle.en.json';

interface SampleFile {
  name: string;
  description: string;
  graph: unknown;
}

const FILES: Record<SampleId, Record<Language, SampleFile>> = {
  'hello-world': { en: helloWorldEn, de: helloWorldDe },
  'trade-fair-raffle': { en: tradeFairRaffleEn, de: tradeFairRaffleDe },
  'advent-calendar': { en: adventCalendarEn, de: adventCalendarDe },
  'customer-survey': { en: customerSurveyEn, de: customerSurveyDe },
  'loyalty-card': { en: loyaltyCardEn, de: loyaltyCardDe },
};

export function listSamples(language: Language): SampleSummary[] {
  return SampleId.options.map((id) => {
    const { name, description } = FILES[id][language];
    return { id, name, description };
  });
}

/** With the ids of its file: every experience made of it gets its own. */
export function sampleOf(id: SampleId, language: Language): { name: string; graph: Graph } {
  const { name, graph } = FILES[id][language];
  return { name, graph: Graph.parse(graph) };
}
