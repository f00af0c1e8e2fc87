import { KioskLook } from '../../../../preload/contract';
import { editChatSettings } from '../../draft-actions';
import { useDraft } from '../../draft-store';

const PLAIN = KioskLook.parse({});

export function useKioskLook(): KioskLook {
  return useDraft(({ graph }) => graph.settings?.kiosk) ?? PLAIN;
}

/** What is as it would be anyway is not kept. */
function edit(look: KioskLook, group?: string): void {
  const isPlain = JSON.stringify(look) === JSON.stringify(PLAIN);
  editChatSettings({ kiosk: isPlain ? undefined : look }, group);
}

const current = (): KioskLook => useDraft.getState().graph.settings?.kiosk ?? PLAIN;

/** `group` makes one undo step of what is typed into one field. */
export function editStart(changes: Partial<KioskLook['start']>, group?: string): void {
  const look = current();
  edit({ ...look, start: { ...look.start, ...changes } }, group && `kiosk:start:${group}`);
}

export function editEnd(changes: Partial<KioskLook['end']>, group?: string): void {
  const look = current();
  edit({ ...look, end: { ...look.end, ...changes } }, group && `kiosk:end:${group}`);
}

type Slide = KioskLook['start']['slides'][number];

export const MOST_SLIDES = 8;

export function addSlide(picture: string): void {
  const { slides } = current().start;
  editStart({ slides: [...slides, { id: crypto.randomUUID(), picture, alt: '' }] });
}

export function editSlide(id: string, changes: Partial<Slide>, group?: string): void {
  const { slides } = current().start;
  const changed = slides.map((slide) => (slide.id === id ? { ...slide, ...changes } : slide));
  editStart({ slides: changed }, group && `${id}:${group}`);
}

export function removeSlide(id: string): void {
  editStart({ slides: current().start.slides.filter((slide) => slide.id !== id) });
}

/** One place up or down; at either end it stays. */
export function moveSlide(id: string, step: 1 | -1): void {
  const slides = [...current().start.slides];
  const from = slides.findIndex((slide) => slide.id === id);
  const [slide] = slides.slice(from, from + 1);
  const to = from + step;
  if (!slide || to < 0 || to >= slides.length) return;
  slides.splice(from, 1);
  slides.splice(to, 0, slide);
  editStart({ slides });
}
