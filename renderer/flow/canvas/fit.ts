/** Room for the controls and for the buttons below the lowest modules, in pixels; names are readable from `minZoom` on. */
export const FIT = { left: 68, right: 24, top: 56, bottom: 64, maxZoom: 1, minZoom: 0.25 } as const;

/** The same for React Flow. */
export const FIT_VIEW = {
  padding: {
    left: `${FIT.left}px`,
    right: `${FIT.right}px`,
    top: `${FIT.top}px`,
    bottom: `${FIT.bottom}px`,
  },
  maxZoom: FIT.maxZoom,
  minZoom: FIT.minZoom,
} as const;
