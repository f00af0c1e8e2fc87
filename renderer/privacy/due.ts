import { dayOf, daysBetween, isOpen, type RequestSummary } from '../../preload/contract';

/** From so many days before its deadline on, a request is brought to mind. */
const SOON_DAYS = 7;

export type Urgency = 'over' | 'soon' | 'calm';

/** How many days are left until the end of the day on which a request is due; negative when over. */
export function daysLeft({ dueOn }: Pick<RequestSummary, 'dueOn'>, nowMs: number): number {
  return daysBetween(dayOf(nowMs), dueOn);
}

export function urgencyOf(left: number): Urgency {
  if (left < 0) return 'over';
  return left <= SOON_DAYS ? 'soon' : 'calm';
}

/** How many of the requests are to be answered soon, or are late. */
export function countDue(requests: readonly RequestSummary[], nowMs: number): number {
  return requests.filter(
    (request) => isOpen(request) && urgencyOf(daysLeft(request, nowMs)) !== 'calm',
  ).length;
}
