import { z } from 'zod';
import { Id } from '../../preload/contract';
import { keepStores } from '../app/place';
import { useBuilder } from './builder-store';
import { revealModule, useCanvas } from './canvas-store';
import { useDraft } from './draft-store';

const FlowPlace = z.object({
  experienceId: Id,
  showsLibrary: z.boolean(),
  area: z.enum(['flow', 'design', 'languages']),
  modules: z.array(Id),
});
type FlowPlace = z.infer<typeof FlowPlace>;

/** Where the user was, until the experience is open. */
let returning: FlowPlace | null = null;

keepStores([useBuilder, useCanvas], 'flow', {
  shape: FlowPlace,
  of: () => {
    const { experience, showsLibrary } = useBuilder.getState();
    const { area, modules } = useCanvas.getState();
    if (!experience) return undefined;
    return { experienceId: experience.id, showsLibrary, area, modules: [...modules] };
  },
  restore: (place) => {
    returning = place;
    useBuilder.setState({ showsLibrary: place.showsLibrary });
  },
});

/** The experience that was open before the lock. */
export function experienceToReturnTo(): string | undefined {
  return returning?.experienceId;
}

/** Selects in the experience that is open now what was selected in it before the lock. */
export function returnToSelection(): void {
  const place = returning;
  returning = null;
  if (!place || place.experienceId !== useBuilder.getState().experience?.id) return;
  const { modules } = useDraft.getState().graph;
  const selected = place.modules.filter((id) => modules.some((module) => module.id === id));
  useCanvas.setState({ area: place.area, modules: selected });
  const [only] = selected;
  if (place.area === 'flow' && only !== undefined && selected.length === 1)
    revealModule(only, { where: 'inView' });
}
