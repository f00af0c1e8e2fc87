import type { EffectStore, Writer } from '../../chat/engine/ports';
import { governs, type Switch } from './switches';

/**
 * A store that hands on only what a switch should withhold, and counts it: what is to be stored as
 * usual would change the workspace. Nobody is erased either.
 */
export function onlySwitchedOff(store: EffectStore, switches: readonly Switch[]): EffectStore {
  const filtered =
    (write: Writer): Writer =>
    async (request, ...where) => {
      if (request.kind === 'look_up') return write(request, ...where);
      if (request.kind === 'erase') return { outcome: { outcome: 'off' }, trail: null, row: null };
      const off = switches.filter(({ rule }) => governs(rule, request.moduleId, request.store));
      if (off.length === 0) return { outcome: { outcome: 'off' }, trail: null, row: null };
      for (const each of off) each.withheld += 1;
      return write(request, ...where);
    };
  return {
    transact: (work) => store.transact((write, ...others) => work(filtered(write), ...others)),
  };
}
