import { chatSettings, type Graph } from '../../../preload/contract';
import { canonical } from './canonical';

/** Whether two drafts play alike: positions on the canvas do not matter to a participant. */
export function samePlay(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  if (a.start !== b.start || a.edges !== b.edges) return false;
  if (a.translations !== b.translations) return false;
  if (a.settings !== b.settings && !sameSettings(a, b)) return false;
  if (a.modules.length !== b.modules.length) return false;
  return a.modules.every((module, index) => {
    const other = b.modules[index];
    return (
      other?.id === module.id && other.type === module.type && other.settings === module.settings
    );
  });
}

/** How a chat looks shows at once, and a kiosk's pictures stand before and after it. */
function sameSettings(a: Graph, b: Graph): boolean {
  return played(a) === played(b);
}

function played(graph: Graph): string | undefined {
  const { appearance: _, kiosk: __, ...settings } = chatSettings(graph);
  return canonical(settings);
}
