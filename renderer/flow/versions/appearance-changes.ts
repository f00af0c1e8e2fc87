import { type Appearance, Palette } from '../../../preload/contract';
import type { ColourName, Scheme } from '../../../preload/contract/palette';
import { canonical } from '../graph/canonical';

type Shape = Appearance['bubbles'] | Appearance['buttons'];
type BackgroundKind = Appearance['background']['kind'];

export type AppearanceChange =
  | { kind: 'theme'; before: string; after: string }
  | { kind: 'text'; part: 'name' | 'imprint'; before: string; after: string }
  | { kind: 'picture'; part: 'logo' | 'avatar'; how: 'added' | 'removed' | 'changed' }
  | { kind: 'scheme'; before: Appearance['scheme']; after: Appearance['scheme'] }
  /** The brand's, or that of a scheme by its name; null follows from others. */
  | {
      kind: 'colour';
      name?: ColourName;
      scheme?: Scheme;
      before: string | null;
      after: string | null;
    }
  | { kind: 'background'; before: BackgroundKind; after: BackgroundKind }
  | { kind: 'backdrop' }
  | { kind: 'font'; before: Appearance['font']; after: Appearance['font'] }
  | { kind: 'shape'; part: 'bubbles' | 'buttons'; before: Shape; after: Shape };

const NAMES = Object.keys(Palette.shape) as ColourName[];

/** What of a look is another now, part by part, in the order in which it is designed. */
export function appearanceChanges(before: Appearance, after: Appearance): AppearanceChange[] {
  const differs = (key: keyof Appearance) => canonical(before[key]) !== canonical(after[key]);
  const changes: AppearanceChange[] = [];
  if (differs('theme')) {
    changes.push({ kind: 'theme', before: before.theme, after: after.theme });
  }
  for (const part of ['name', 'imprint'] as const) {
    if (differs(part))
      changes.push({ kind: 'text', part, before: before[part], after: after[part] });
  }
  for (const part of ['logo', 'avatar'] as const) {
    if (differs(part))
      changes.push({ kind: 'picture', part, how: howOf(before[part], after[part]) });
  }
  if (differs('brand')) {
    changes.push({ kind: 'colour', before: before.brand, after: after.brand });
  }
  if (differs('scheme')) {
    changes.push({ kind: 'scheme', before: before.scheme, after: after.scheme });
  }
  changes.push(...colourChanges(before, after));
  if (differs('font')) changes.push({ kind: 'font', before: before.font, after: after.font });
  for (const part of ['bubbles', 'buttons'] as const) {
    if (differs(part))
      changes.push({ kind: 'shape', part, before: before[part], after: after[part] });
  }
  changes.push(...backgroundChanges(before.background, after.background));
  return changes;
}

function howOf(before: string, after: string): 'added' | 'removed' | 'changed' {
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

function colourChanges(before: Appearance, after: Appearance): AppearanceChange[] {
  return (['light', 'dark'] as const).flatMap((scheme) =>
    NAMES.flatMap((name) => {
      const was = before.colors[scheme][name] ?? null;
      const is = after.colors[scheme][name] ?? null;
      return was === is ? [] : [{ kind: 'colour' as const, name, scheme, before: was, after: is }];
    }),
  );
}

type Background = Appearance['background'];

/** A gradient's colours are of no kind that has a name: that it is another one is said. */
function backgroundChanges(before: Background, after: Background): AppearanceChange[] {
  if (canonical(before) === canonical(after)) return [];
  const isPicture = before.kind === 'picture' && after.kind === 'picture';
  if (isPicture && before.picture !== after.picture) return [{ kind: 'backdrop' }];
  return [{ kind: 'background', before: before.kind, after: after.kind }];
}
