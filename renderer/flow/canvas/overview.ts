import { type ReactFlowState, useStore } from '@xyflow/react';
import { createContext, useContext } from 'react';

/** Below it nobody can read a module's texts, or hit one of its handles. */
const READABLE_ZOOM = 0.3;

/**
 * Whether the canvas shows the whole of a large flow, which then is drawn plainly: of a thousand
 * modules, nearly all the time goes into painting. One subscription to the zoom serves them all.
 */
export const OverviewContext = createContext(false);

const isFarAway = ({ transform: [, , zoom] }: ReactFlowState): boolean => zoom < READABLE_ZOOM;

export function useIsFarAway(): boolean {
  return useStore(isFarAway);
}

export function useOverview(): boolean {
  return useContext(OverviewContext);
}
