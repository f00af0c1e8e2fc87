import { chatSettings, type Graph } from '../../../preload/contract';

/** Whether two drafts play alike: positions on the canvas do not matter to a participant. */
export function samePlay(a: Graph, b: Graph): boolean {
  if (a === b) return true;
  if (a.start !== b.start || a.edges !== b.edges) return false;
  if (chatSettings(a).allowsBack !== chatSettings(b).allowsBack) return false;
  if (a.modules.length !== b.modules.length) return false;
  return a.modules.every((module, index) => {
    const other = b.modules[index];
    return (
      other?.id === module.id && other.type === module.type && other.settings === module.settings
    );
  });
}
