import type {
  EffectiveRule,
  PolicyLevel,
  RetentionPolicyView,
  RetentionRule,
  TableContents,
  TableName,
} from '../../preload/contract';

const DAY_MS = 86_400_000;

/** What decides how long: the days of the module itself, days set for this place, or a maximum. */
export type Decider = 'declared' | 'own' | PolicyLevel;

/** How long some modules keep what they store in a table, and by whose word. */
export interface Span {
  readonly days: number;
  readonly decider: Decider;
  readonly places: readonly EffectiveRule[];
}

/** Modules of which a table stores nothing, and where that is switched off. */
export interface SwitchedOff {
  readonly by: PolicyLevel;
  readonly places: readonly EffectiveRule[];
}

/** How long one kind of data is kept, and why. */
export interface TableAnswer extends TableContents {
  /** Customers stay some time after their last activity, all others after they were stored. */
  readonly isFromActivity: boolean;
  /** Of all modules that store here, the shortest first; empty where nothing new is stored. */
  readonly spans: readonly Span[];
  readonly off: readonly SwitchedOff[];
  /** Stored under longer rules than those of today: when the last of it goes. */
  readonly olderUntilMs: number | null;
}

/** A table that neither holds anything nor is written by a module of any experience. */
export const isUnused = ({ rows, heldPast, spans, off }: TableAnswer): boolean =>
  rows === 0 && heldPast === 0 && spans.length === 0 && off.length === 0;

/** The answer to "how long do we keep what?", table by table. */
export function retentionAnswers(view: RetentionPolicyView): TableAnswer[] {
  return view.tables.map((stored) => {
    const places = view.effective.filter(({ table }) => table === stored.table);
    const spans = spansOf(view.rules, places);
    return {
      ...stored,
      isFromActivity: isFromActivity(stored.table),
      spans,
      off: offOf(places),
      olderUntilMs: olderUntil(stored, spans, view.nowMs),
    };
  });
}

export const isFromActivity = (table: TableName): boolean => table === 'customers';

/** The days of a table's modules: all the same, or from the fewest to the most. */
export function daysOf(spans: readonly Span[]): { min: number; max: number } | null {
  const days = spans.map((span) => span.days);
  return days.length === 0 ? null : { min: Math.min(...days), max: Math.max(...days) };
}

export function spansOf(rules: readonly RetentionRule[], places: readonly EffectiveRule[]): Span[] {
  const stored = places.filter(({ offBy }) => offBy === null);
  const groups = grouped(stored, (place) => `${place.days} ${deciderOf(rules, place)}`);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ days: first.days, decider: deciderOf(rules, first), places: group }] : [];
    })
    .toSorted((a, b) => a.days - b.days);
}

function deciderOf(rules: readonly RetentionRule[], place: EffectiveRule): Decider {
  if (place.cappedBy) return place.cappedBy;
  const own = rules.find(
    ({ moduleId, table }) => moduleId === place.moduleId && table === place.table,
  );
  return own?.days == null ? 'declared' : 'own';
}

function offOf(places: readonly EffectiveRule[]): SwitchedOff[] {
  const groups = grouped(places, ({ offBy }) => offBy);
  return [...groups].flatMap(([by, group]) => (by === null ? [] : [{ by, places: group }]));
}

/** A row that lives longer than any of today's rules allows was stored under another. */
function olderUntil(
  { lastExpiryMs }: TableContents,
  spans: readonly Span[],
  nowMs: number,
): number | null {
  if (lastExpiryMs === null) return null;
  const longest = daysOf(spans)?.max ?? 0;
  return lastExpiryMs > nowMs + longest * DAY_MS ? lastExpiryMs : null;
}

function grouped<K>(
  places: readonly EffectiveRule[],
  keyOf: (place: EffectiveRule) => K,
): Map<K, EffectiveRule[]> {
  const groups = new Map<K, EffectiveRule[]>();
  for (const place of places) {
    const key = keyOf(place);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return groups;
}
