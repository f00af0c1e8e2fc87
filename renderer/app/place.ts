import { useCallback, useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import type { StoreApi } from 'zustand';
import { create } from 'zustand';
import { MAX_PLACE_PART } from '../../preload/contract';
import { call } from './client';
import { beforeLock, onLock } from './screen-store';

/*
 * Where the user is: the screen, the open dialog and what is typed into it. A lock takes all that the
 * page holds; main keeps the place for a day, so that the user is there again. Never keep a secret: a
 * passphrase, a one-time password, a recovery code, a value that was revealed.
 */

type Parts = Readonly<Record<string, unknown>>;

const usePlace = create<{ parts: Parts; isKnown: boolean }>(() => ({ parts: {}, isKnown: false }));

const TELL_MS = 250;
const changed = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;

async function tellMain(): Promise<void> {
  clearTimeout(timer);
  const { parts } = usePlace.getState();
  const told = Object.fromEntries(
    [...changed].flatMap((name) => {
      const text = JSON.stringify(parts[name]) ?? null;
      // Of more than main takes, the earlier state stays, and the other parts are kept all the same.
      return text !== null && text.length > MAX_PLACE_PART ? [] : [[name, text]];
    }),
  );
  changed.clear();
  // A place that is not kept is no harm: whoever is locked out has nothing to tell any more.
  if (Object.keys(told).length > 0) await call('memory.keepPlace', told).catch(() => undefined);
}

beforeLock(tellMain);

onLock(() => {
  clearTimeout(timer);
  changed.clear();
  usePlace.setState({ parts: {}, isKnown: false });
});

/** Sets a part of the place: whoever shows it shows that, now or when it comes to be shown. */
export function keep(name: string, value: unknown): void {
  const { parts } = usePlace.getState();
  if (Object.is(parts[name], value)) return;
  const { [name]: _, ...others } = parts;
  usePlace.setState({ parts: value === undefined ? others : { ...others, [name]: value } });
  changed.add(name);
  clearTimeout(timer);
  timer = setTimeout(() => void tellMain(), TELL_MS);
}

const forgets = new Set<() => void>();

/** Registers what a store drops since a person was erased: what was searched for may name them. */
export function onPersonErased(forget: () => void): void {
  forgets.add(forget);
}

/** Main has forgotten all places. What is on the screen stays there, and is told with its next change. */
export function forgetPlaces(): void {
  clearTimeout(timer);
  changed.clear();
  usePlace.setState(({ parts }) => ({
    parts: Object.fromEntries(Object.entries(parts).filter(([name]) => (shown.get(name) ?? 0) > 0)),
  }));
  for (const forget of forgets) forget();
}

const returns = new Set<(parts: Parts) => void>();

/** To be called once the workspace is unlocked, before a screen is shown. */
export async function returnToPlace(): Promise<void> {
  // What was shown before the first screen has ended, and is not to be gone back to.
  await tellMain();
  const place = await call('memory.place').catch(() => ({}));
  const parts = Object.fromEntries(
    Object.entries(place).map(([name, value]) => [name, JSON.parse(value) as unknown]),
  );
  usePlace.setState({ parts });
  for (const restore of returns) restore(parts);
  usePlace.setState({ isKnown: true });
}

/** Whether {@link returnToPlace} is done. */
export function useIsPlaceKnown(): boolean {
  return usePlace(({ isKnown }) => isKnown);
}

/** How many components show a part: those of React's strict mode come, go and come again. */
const shown = new Map<string, number>();

function show(name: string): () => void {
  shown.set(name, (shown.get(name) ?? 0) + 1);
  return () => {
    shown.set(name, (shown.get(name) ?? 0) - 1);
    queueMicrotask(() => {
      if (shown.get(name) === 0) keep(name, undefined);
    });
  };
}

type Change<T> = T | ((now: T) => T);

/**
 * A `useState` that outlives a lock, as a part of the place: whether a dialog is open, the tab of a
 * screen, what is typed into a form. It is forgotten with its component, as any state is.
 *
 * @param name unique among all parts; with an id, where there are several of its kind.
 * @param shape what is not of it, from an earlier version, is not taken.
 * @example
 * const [isOpen, setOpen] = useKept('draws.preparing', z.boolean(), false);
 * const [note, setNote] = useKept('flow.publish.note', z.string(), '');
 */
export function useKept<T>(
  name: string,
  shape: z.ZodType<T>,
  initial: T | (() => T),
): [T, (change: Change<T>) => void] {
  const [first] = useState(initial);
  const kept = usePlace(({ parts }) => parts[name]);
  const read = (value: unknown): T => shape.safeParse(value).data ?? first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a shape may be made with each rendering.
  const value = useMemo(() => read(kept), [kept, first]);
  useEffect(() => show(name), [name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same one, as of a state.
  const set = useCallback(
    (change: Change<T>): void => {
      const now = read(usePlace.getState().parts[name]);
      keep(name, typeof change === 'function' ? (change as (now: T) => T)(now) : change);
    },
    [name],
  );
  return [value, set];
}

/** The same for a form of `@mantine/form`: `useForm({ ...useKeptValues(name, shape, initial), … })`. */
export function useKeptValues<T extends object>(
  name: string,
  shape: z.ZodType<T>,
  initial: T,
): { initialValues: T; onValuesChange: (values: T) => void } {
  const [kept, set] = useKept(name, shape, initial);
  const [initialValues] = useState(kept);
  return { initialValues, onValuesChange: (values) => set(() => values) };
}

interface Kept<T> {
  readonly shape: z.ZodType<T>;
  /** What of the stores is kept now; undefined forgets it. */
  readonly of: () => T | undefined;
  /** Goes back to what was kept. */
  readonly restore: (kept: T) => void;
}

/** Makes what stores hold a part of the place, for as long as the page lives. */
export function keepStores<T>(
  stores: readonly Pick<StoreApi<unknown>, 'subscribe'>[],
  name: string,
  { shape, of, restore }: Kept<T>,
): void {
  let last: string | undefined;
  const update = (): void => {
    if (!usePlace.getState().isKnown) return;
    const value = of();
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    keep(name, value);
  };
  for (const store of stores) store.subscribe(update);
  const take = (parts: Parts): void => {
    const kept = shape.safeParse(parts[name]).data;
    if (kept !== undefined) restore(kept);
  };
  returns.add(take);
  // A screen's code may come after the place is known.
  if (usePlace.getState().isKnown) take(usePlace.getState().parts);
}
