import { KioskLook } from '../../../preload/contract';

const TEXTS = {
  start: ['headline', 'text', 'callToAction', 'prize'],
  end: ['headline', 'text'],
} as const;

export type KioskChange =
  | {
      kind: 'text';
      screen: 'start' | 'end';
      name: (typeof TEXTS)['start' | 'end'][number];
      before: string;
      after: string;
    }
  | { kind: 'slides'; before: number; after: number }
  /** As many as before, but others, in another order or with other descriptions. */
  | { kind: 'slidesOtherwise' }
  | { kind: 'seconds'; before: number; after: number }
  | { kind: 'picture'; became: 'added' | 'removed' | 'changed' };

const PLAIN = KioskLook.parse({});

/** What has changed of what a kiosk shows; what is not set is as it is without settings. */
export function kioskChanges(
  before: KioskLook = PLAIN,
  after: KioskLook = PLAIN,
): readonly KioskChange[] {
  const texts = (['start', 'end'] as const).flatMap((screen) =>
    TEXTS[screen].flatMap((name): KioskChange[] => {
      const [was, is] = [textOf(before, screen, name), textOf(after, screen, name)];
      return was === is ? [] : [{ kind: 'text', screen, name, before: was, after: is }];
    }),
  );
  return [...texts, ...slideChanges(before.start, after.start), ...pictureChange(before, after)];
}

function textOf(look: KioskLook, screen: 'start' | 'end', name: string): string {
  const texts: Readonly<Record<string, unknown>> = look[screen];
  return String(texts[name] ?? '');
}

function slideChanges(before: KioskLook['start'], after: KioskLook['start']): KioskChange[] {
  const [was, is] = [before.slides.length, after.slides.length];
  const changes: KioskChange[] = [];
  if (was !== is) changes.push({ kind: 'slides', before: was, after: is });
  else if (JSON.stringify(before.slides) !== JSON.stringify(after.slides)) {
    changes.push({ kind: 'slidesOtherwise' });
  }
  if (before.secondsPerSlide !== after.secondsPerSlide) {
    changes.push({
      kind: 'seconds',
      before: before.secondsPerSlide,
      after: after.secondsPerSlide,
    });
  }
  return changes;
}

function pictureChange({ end: before }: KioskLook, { end: after }: KioskLook): KioskChange[] {
  if (before.picture === after.picture && before.alt === after.alt) return [];
  if (before.picture === '') return [{ kind: 'picture', became: 'added' }];
  return [{ kind: 'picture', became: after.picture === '' ? 'removed' : 'changed' }];
}
