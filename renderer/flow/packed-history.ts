import { z } from 'zod';
import { Graph } from '../../preload/contract';

/** The drafts before and after the present one, the nearest last, as the undo history has them. */
export interface History {
  readonly past: readonly Graph[];
  readonly future: readonly Graph[];
}

/** In values by their number: a step shares almost all of its modules and edges with the next one. */
const Step = z.record(z.string(), z.union([z.number(), z.array(z.number())]));
export const PackedHistory = z.object({
  values: z.array(z.unknown()),
  past: z.array(Step),
  future: z.array(Step),
});
export type PackedHistory = z.infer<typeof PackedHistory>;
type Step = z.infer<typeof Step>;

const MAX_STEPS = 100;
const MAX_CHARACTERS = 1_000_000;

/** As many of the nearest steps as there is room for. */
export function packHistory({ past, future }: History, steps = MAX_STEPS): string {
  const values: unknown[] = [];
  const numbers = new Map<unknown, number>();
  const numberOf = (value: unknown): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, values.length);
    return values.push(value) - 1;
  };
  const pack = (graph: Graph): Step =>
    Object.fromEntries(
      Object.entries(graph)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, Array.isArray(value) ? value.map(numberOf) : numberOf(value)]),
    );
  const packed = {
    past: past.slice(-steps).map(pack),
    future: future.slice(-steps).map(pack),
    values,
  };
  const text = JSON.stringify(packed);
  if (text.length <= MAX_CHARACTERS || steps <= 1) return text;
  return packHistory({ past, future }, Math.floor(steps / 2));
}

/** Steps that are no graphs any more, after an update, end it: only those nearer than they are taken. */
export function unpackHistory({ past, future, values }: PackedHistory): History {
  const unpack = (steps: readonly Step[]): Graph[] => {
    const graphs = steps.map((step) =>
      Graph.safeParse(
        Object.fromEntries(
          Object.entries(step).map(([key, at]) => [
            key,
            Array.isArray(at) ? at.map((each) => values[each]) : values[at],
          ]),
        ),
      ),
    );
    const lastBad = graphs.findLastIndex(({ success }) => !success);
    return graphs.slice(lastBad + 1).flatMap(({ data }) => (data ? [data] : []));
  };
  return { past: unpack(past), future: unpack(future) };
}
