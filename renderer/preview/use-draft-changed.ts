import { useDraft } from '../flow/draft-store';
import { samePlay } from '../flow/graph/same-play';
import { usePreview } from './preview-store';

/** Whether the draft would play differently from what the running conversation plays. */
export function useDraftChanged(): boolean {
  const played = usePreview((state) => state.playing?.graph);
  return useDraft(({ graph }) => played !== undefined && !samePlay(played, graph));
}
