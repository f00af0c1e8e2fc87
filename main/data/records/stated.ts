import type { ActivityDetails } from '../../../preload/contract';
import { fill, type Words } from './words';

/** The legal bases as a reader sees them, the free words last; empty where none is stated. */
export function basisText(
  { bases, specialBasis, legalBasis }: ActivityDetails,
  { bases: names, specialBases }: Words,
): string {
  return [
    ...bases.map((letter) => names[letter].name),
    ...(specialBasis === null ? [] : [specialBases[specialBasis].name]),
    ...(legalBasis === '' ? [] : [legalBasis]),
  ].join('; ');
}

export function processorText(
  { name, task, contractOn }: ActivityDetails['processors'][number],
  { say, day }: Words,
): string {
  const contract =
    contractOn === null ? say.noContract : fill(say.contract, { date: day(contractOn) });
  return `${[name, task].filter(Boolean).join(': ')} (${contract})`;
}

export const transferText = ({
  country,
  safeguard,
}: ActivityDetails['transfers'][number]): string => [country, safeguard].filter(Boolean).join(': ');
