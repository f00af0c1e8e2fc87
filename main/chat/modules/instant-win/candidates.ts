import { localTime } from '../../engine/local-time';
import type { Claim, StepContext } from '../../engine/step';
import { chanceOf, type Prize, type Settings } from './settings';

type Moment = Pick<StepContext<Settings>, 'settings' | 'nowMs' | 'timeZone'>;

/**
 * Prizes that the participant may win now, in the order in which they are tried: those with a
 * winning moment that has come, then at most one by chance. Each try has one random number, so the
 * chances of several prizes add up.
 */
export function candidates(context: Moment & Pick<StepContext<Settings>, 'random'>): Prize[] {
  const { prizes } = context.settings;
  const due = prizes.filter((prize) => dueMoments(prize, context).length > 0);
  const drawn = draw(prizes, context.random());
  return drawn ? [...due, drawn] : due;
}

function draw(prizes: readonly Prize[], random: number): Prize | undefined {
  let upTo = 0;
  return prizes.find((prize) => {
    const from = upTo;
    upTo += chanceOf(prize);
    return random >= from && random < upTo;
  });
}

/** What has to be taken for the prize to be won: a moment that nobody has won, or one of the stock. */
export function claimOn(prize: Prize, moduleId: string, context: Moment): Claim | undefined {
  const counter = `prize ${moduleId} ${prize.id}`;
  if (prize.by === 'moments') {
    const names = dueMoments(prize, context).map(({ id }) => `${counter} ${id}`);
    return { of: 'one_of', names };
  }
  return prize.stock === undefined ? undefined : { of: 'counter', counter, limit: prize.stock };
}

function dueMoments({ by, moments }: Prize, { settings, nowMs, timeZone }: Moment) {
  if (by !== 'moments') return [];
  const clock = localTime(nowMs, settings.timeZone || timeZone);
  return moments
    .filter(({ at }) => at !== '' && at <= clock)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
