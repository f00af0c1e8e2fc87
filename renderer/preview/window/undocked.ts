import { useEffect } from 'react';
import { call, onEvent } from '../../app/client';
import { showError } from '../../app/errors';
import { createScreenStore } from '../../app/screen-store';
import { useBuilder } from '../../flow/builder-store';
import { revealModule } from '../../flow/canvas-store';
import { showProblems } from '../../flow/panels/show-problems';
import { showFlow } from '../../flow/show-flow';

/** Whether this page is the preview's window. */
export const IS_PREVIEW_WINDOW = location.search === '?preview';

/** What the preview shows in a window of its own; null while it is docked in the builder. */
export const useUndocked = createScreenStore<{ experienceId: string | null }>(() => ({
  experienceId: null,
}));

export function undock(): void {
  const { experience } = useBuilder.getState();
  if (experience) call('preview.show', { experienceId: experience.id }).catch(showError);
}

export function dock(): void {
  call('preview.close').catch(showError);
}

/** Shows a module on the canvas, from whichever window. */
export function showInFlow(moduleId: string): void {
  if (!IS_PREVIEW_WINDOW) revealModule(moduleId);
  else call('preview.tell', { kind: 'reveal', moduleId }).catch(showError);
}

/** The workplace's side, whichever screen it shows: it knows of the window, shows its experience there and hears what it asks for. */
export function useUndockedPreview(): void {
  const id = useBuilder((state) => state.experience?.id);
  const shown = useUndocked((state) => state.experienceId);

  useEffect(() => {
    call('preview.view').then((view) => useUndocked.setState(view), showError);
    const stops = [
      onEvent('preview.changed', (view) => useUndocked.setState(view)),
      onEvent('preview.told', (news) => {
        if (news.kind === 'startAt') return;
        showFlow();
        if (news.kind === 'reveal') revealModule(news.moduleId);
        else showProblems();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  useEffect(() => {
    if (shown !== null && id !== undefined && shown !== id) undock();
  }, [shown, id]);
}
