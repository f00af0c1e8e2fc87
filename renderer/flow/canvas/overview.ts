import { type ReactFlowState, useStore } from '@xyflow/react';
import { type CSSProperties, createContext, useContext } from 'react';
import { FIT } from './fit';

/** Below it nobody can hit a module's handles. */
const HANDLED_ZOOM = 0.4;
/** From the first of them on a module shows all of its texts; then its name grows as the flow shrinks. */
const STEPS = [0.8, 0.64, 0.5, HANDLED_ZOOM, 0.32, FIT.minZoom];
/** Of names on the screen, whatever the zoom. */
const LEAST_PX = 11.5;

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
    '--section-size': `${size * 1.2}px`,
  } as CSSProperties;
  return {
    isFarAway: step < HANDLED_ZOOM,
    attributes: { 'data-detail': step < 0.8 ? 'names' : 'all', style },
  };
}
