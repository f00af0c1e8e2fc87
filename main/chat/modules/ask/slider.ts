export interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** More would be finer than any finger. */
const MAX_STEPS = 1_000;

/** Of a step: 0.1 + 0.2 is not 0.3 to a computer. */
const TOLERANCE = 0.001;

/** Whether there is something to move, in steps that lead from one end on. */
export function isSlidable({ min, max, step }: Steps): boolean {
  const steps = (max - min) / step;
  return step > 0 && steps >= 1 - TOLERANCE && steps <= MAX_STEPS + TOLERANCE;
}

/** The number that the slider stands at, without what binary fractions add; null beside its steps. */
export function readSlider(value: number, { min, max, step }: Steps): number | null {
  const steps = Math.round((value - min) / step);
  const exact = Number((min + steps * step).toPrecision(12));
  const isOnStep = Math.abs(exact - value) < step * TOLERANCE;
  const slack = step * TOLERANCE;
  return isOnStep && exact >= min - slack && exact <= max + slack ? exact : null;
}
