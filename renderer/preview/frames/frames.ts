/** What the preview shows the chat in: the panel itself, or a device. */
export const FRAMES = [
  'panel',
  'phone',
  'tablet',
  'kioskPortrait',
  'kioskLandscape',
  'desktop',
] as const;
export type Frame = (typeof FRAMES)[number];

export interface Device {
  /** In CSS pixels, as a page on the device has them. */
  readonly width: number;
  readonly height: number;
  readonly isKiosk: boolean;
}

const DEVICES: Readonly<Record<Exclude<Frame, 'panel'>, Device>> = {
  phone: { width: 390, height: 844, isKiosk: false },
  tablet: { width: 820, height: 1180, isKiosk: false },
  kioskPortrait: { width: 1080, height: 1920, isKiosk: true },
  kioskLandscape: { width: 1920, height: 1080, isKiosk: true },
  desktop: { width: 1440, height: 900, isKiosk: false },
};

/** Null for the panel, which has the size that there is. */
export function deviceOf(frame: Frame): Device | null {
  return frame === 'panel' ? null : DEVICES[frame];
}

/** How much of its size a device is shown with: `fit` shows all of it, and nothing larger than it is. */
export const ZOOMS = ['fit', 0.5, 0.75, 1] as const;
export type Zoom = (typeof ZOOMS)[number];

/** What is kept free on each side of a device, for its edge and around it, in pixels of the panel. */
export const MARGIN = 18;

export function scaleIn(
  room: { readonly width: number; readonly height: number },
  { width, height }: Device,
  zoom: Zoom,
): number {
  if (zoom !== 'fit') return zoom;
  const free = (available: number, needed: number) => Math.max(available - 2 * MARGIN, 1) / needed;
  return Math.min(free(room.width, width), free(room.height, height), 1);
}
