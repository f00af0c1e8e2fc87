import { type ReactFlowState, useStore } from '@xyflow/react';
import { type CSSProperties, createContext, useContext } from 'react';
import { FIT } from './fit';

/** Below it nobody can hit a module's handles. */
const HANDLED_ZOOM = 0.3;
/** Below it a module has room for one line of its name. */
const TWO_LINES_ZOOM = 0.4;
/** From the second of them on a module shows all of its texts; then its name grows as the flow shrinks. */
const STEPS = [1, 0.8, 0.64, 0.5, TWO_LINES_ZOOM, HANDLED_ZOOM, FIT.minZoom];
/** Of names on the screen, whatever the zoom. */
const LEAST_PX = 11.5;
/** Of what is pressed on the screen (WCAG 2.2, 2.5.8), as far as there is room for it in the flow. */
const LEAST_TARGET_PX = 24;
const MOST_TARGET_PX = 40;

/**
 * Whether the canvas shows much of a large flow, which then is drawn plainly: of a thousand modules,
 * nearly all the time goes into painting. One subscription to the zoom serves them all.
 */
export const OverviewContext = createContext(false);

export function useOverview(): boolean {
  return useContext(OverviewContext);
}

const stepOf = ({ transform: [, , zoom] }: ReactFlowState): number =>
  STEPS.find((step) => zoom >= step) ?? FIT.minZoom;

/**
 * What modules show at the present zoom. It changes in steps, and by styles alone: no module is drawn
 * anew but where the overview begins.
 */
export function useDetail() {
  const step = useStore(stepOf);
  const size = LEAST_PX / step;
  const style = {
    '--name-size': `${size}px`,
    '--target-size': `${Math.min(LEAST_TARGET_PX / step, MOST_TARGET_PX)}px`,
    '--section-size': `${size * 1.2}px`,
  } as CSSProperties;
  return {
    isFarAway: step < HANDLED_ZOOM,
    attributes: {
      'data-detail': step < 0.8 ? 'names' : 'all',
      'data-lines': step < TWO_LINES_ZOOM ? 1 : 2,
      style,
    },
  };
}
