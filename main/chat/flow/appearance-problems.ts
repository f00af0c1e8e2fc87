import { chatSettings, type Graph, type Problem } from '../../../preload/contract';
import { contrastIssues } from '../../../preload/contract/palette';

/** Colours of the chat that are too much alike to be read. */
export function appearanceProblems(graph: Graph): Problem[] {
  const { appearance } = chatSettings(graph);
  if (!appearance) return [];
  return contrastIssues(appearance).map(({ scheme, text, ground, ratio, needed }) => ({
    severity: 'warning',
    code: 'contrast_too_low',
    params: { scheme, text, ground, ratio: String(ratio), least: String(needed) },
  }));
}
