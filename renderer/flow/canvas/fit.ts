/** Room for the controls, the minimap and for the buttons below the lowest modules. */
export const FIT = {
  padding: { left: '68px', right: '24px', top: '56px', bottom: '120px' },
  maxZoom: 1,
} as const;
