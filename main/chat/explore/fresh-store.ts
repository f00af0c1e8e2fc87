import type { PathNeed, TableName } from '../../../preload/contract';
import { personKey } from '../../foundation/person/email-key';
import { writeLastConsent } from '../engine/last-consent';
import type { Claim, Lookup, Outcome, StoreEffect } from '../engine/step';
import type { Effect, Request } from '../engine/turn';

/** What one chat has left in a store in which nothing was before; never changed, only replaced. */
export interface Kept {
  /** Unique keys, by table, with the code in the row if there is one. */
  readonly keys: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly counters: Readonly<Record<string, number>>;
  readonly points: Readonly<Record<string, number>>;
  readonly consents: readonly {
    readonly id: string;
    /** Null while it is not known whose it is. */
    readonly by: string | null;
    readonly last: string;
  }[];
}

export const NOTHING_KEPT: Kept = { keys: {}, rows: 0, counters: {}, points: {}, consents: [] };

/** What the store may answer; `need` is what has to be so, beside the answers, where it is not usual. */
export interface Reply {
  readonly outcome: Outcome;
  readonly kept: Kept;
  readonly need?: PathNeed;
}

export interface Rules {
  readonly nowMs: number;
  /** Whether the policy of the workspace keeps such rows out. */
  readonly isOff: (moduleId: string, table: TableName) => boolean;
}

/** What the store keeps of a row that nothing can refuse. */
export function keep(effect: Effect, kept: Kept, rules: Rules): Kept {
  const known = tied(kept, effect.contact.email);
  if (rules.isOff(effect.moduleId, effect.store)) return known;
  if (effect.onConflict !== 'replace' && isTaken(effect, known)) return known;
  return withRow(effect, known, rules);
}

/** All that the store may answer, what a store would that had been empty before first. */
export function repliesTo(request: Request, before: Kept, rules: Rules): Reply[] {
  const kept = tied(before, request.contact.email);
  switch (request.kind) {
    case 'store':
      if (rules.isOff(request.moduleId, request.store))
        return [{ outcome: { outcome: 'off' }, kept }];
      return [
        ...repliesToRow(request, kept, rules),
        { outcome: { outcome: 'off' }, kept, need: 'off' },
      ];
    case 'look_up':
      return found(request.lookup, kept, request.contact.email, rules);
    case 'erase': {
      const outcome: Outcome = { outcome: 'erased', value: kept.rows };
      const nothing = { ...NOTHING_KEPT, counters: kept.counters };
      const held: Outcome = { outcome: 'erased', value: 0, reason: 'held' };
      return [
        { outcome, kept: nothing },
        { outcome: held, kept, need: 'held' },
      ];
    }
  }
}

type RowRequest = Extract<Request, { kind: 'store' }>;

function repliesToRow(request: RowRequest, kept: Kept, rules: Rules): Reply[] {
  const { claim } = request;
  const stored = (outcome: Omit<Outcome, 'outcome'>, after: Kept, need?: PathNeed): Reply => ({
    outcome: { outcome: 'stored', ...outcome },
    kept: withRow({ ...request, code: outcome.value }, after, rules),
    ...(need && { need }),
  });
  const refused = (reason: Outcome['reason'], need?: PathNeed): Reply => ({
    outcome: { outcome: 'refused', ...(reason && { reason }) },
    kept,
    ...(need && { need }),
  });
  const again = isKeyed(request) ? [refused('duplicate', 'again')] : [];
  const first = claim ? taken(claim, kept, request.contact.email) : { value: undefined, kept };
  if (claim?.of === 'next_code') {
    const code = stored({ value: 'TEST-1' }, kept, 'code');
    return [
      ...(isTaken(request, kept) ? [refused('duplicate', 'code')] : [code, ...again]),
      refused('exhausted', 'used_up'),
    ];
  }
  if (claim?.of === 'code_use') {
    const value = claim.code;
    return [
      refused('unknown'),
      stored({ value, points: 1 }, kept, 'code'),
      refused('exhausted', 'used_up'),
    ];
  }
  if (first === null) {
    const before = claim?.of === 'points' ? [stored({ value: 0 }, kept, 'known')] : [];
    return [refused('exhausted'), ...before];
  }
  if (isTaken(request, kept)) return [refused('duplicate')];
  const { value } = first;
  const usual = stored(value === undefined ? {} : { value }, first.kept);
  return [usual, ...again, ...(claim ? [refused('exhausted', 'used_up')] : [])];
}

/** What a claim takes that knows its own limit; null when there is not enough. */
function taken(
  claim: Claim,
  kept: Kept,
  email: string | undefined,
): { value: string | number | undefined; kept: Kept } | null {
  const count = (name: string): number => kept.counters[name] ?? 0;
  const counted = (name: string): Kept => ({
    ...kept,
    counters: { ...kept.counters, [name]: count(name) + 1 },
  });
  switch (claim.of) {
    case 'counter': {
      const number = count(claim.counter) + 1;
      return number > claim.limit ? null : { value: number, kept: counted(claim.counter) };
    }
    case 'one_of': {
      const name = claim.names.find((each) => count(`one ${each}`) === 0);
      return name === undefined ? null : { value: name, kept: counted(`one ${name}`) };
    }
    case 'points': {
      const by = personKey(email);
      const left = (by === null ? 0 : (kept.points[by] ?? 0)) - claim.points;
      if (by === null || left < 0) return null;
      return { value: left, kept: { ...kept, points: { ...kept.points, [by]: left } } };
    }
    case 'next_code':
    case 'code_use':
      return { value: undefined, kept };
  }
}

function found(lookup: Lookup, kept: Kept, email: string | undefined, { nowMs }: Rules): Reply[] {
  const by = personKey(email);
  const reply = (value: string | number | undefined, need?: PathNeed): Reply => ({
    outcome: value === undefined ? { outcome: 'not_found' } : { outcome: 'found', value },
    kept,
    ...(need && { need }),
  });
  switch (lookup.of) {
    case 'points':
      if (by === null) return [reply(undefined)];
      return [reply(kept.points[by] ?? 0), reply(100_000, 'known')];
    case 'consent': {
      if (by === null) return [reply(undefined)];
      const last = kept.consents.findLast((each) => each.id === lookup.consentId && each.by === by);
      const earlier = { name: '', wording: '', version: '', hash: '', atMs: nowMs };
      const given = writeLastConsent({ ...earlier, action: 'given' });
      return last ? [reply(last.last)] : [reply(undefined), reply(given, 'known')];
    }
    case 'code':
      return [reply(undefined), reply(lookup.code, 'code')];
    case 'issued_code':
      return [reply(kept.keys[`codes ${lookup.uniqueKey}`]), reply('TEST-1', 'again')];
  }
}

function withRow(
  effect: StoreEffect & Pick<Effect, 'contact'> & { code?: string | number | undefined },
  kept: Kept,
  { nowMs }: Rules,
): Kept {
  const { store, row, uniqueKey, contact } = effect;
  const key = uniqueKey === undefined ? null : `${store} ${uniqueKey}`;
  const isNew = key === null || kept.keys[key] === undefined;
  const by = personKey(contact.email);
  const points = Number(row.remaining ?? 0);
  const { action, consent_id: id } = row;
  const [name, wording] = [row.consent_name, row.wording];
  const [version, hash] = [row.wording_version, row.wording_hash];
  const last = { action, atMs: nowMs, name, wording, version, hash };
  return {
    ...kept,
    rows: kept.rows + (isNew ? 1 : 0),
    keys: key === null ? kept.keys : { ...kept.keys, [key]: String(effect.code ?? '') },
    ...(store === 'loyalty' &&
      by !== null &&
      points > 0 && { points: { ...kept.points, [by]: (kept.points[by] ?? 0) + points } }),
    ...(store === 'consents' && {
      consents: [...kept.consents, { id: String(id), by, last: writeLastConsent(last) }],
    }),
  };
}

/** Rows that were nobody's are the person's as soon as their address is known. */
function tied(kept: Kept, email: string | undefined): Kept {
  const by = personKey(email);
  if (by === null || kept.consents.every((each) => each.by !== null)) return kept;
  return { ...kept, consents: kept.consents.map((each) => ({ ...each, by: each.by ?? by })) };
}

function isKeyed({ uniqueKey, onConflict = 'refuse' }: StoreEffect): boolean {
  return uniqueKey !== undefined && onConflict === 'refuse';
}

function isTaken(effect: StoreEffect, { keys }: Kept): boolean {
  return isKeyed(effect) && keys[`${effect.store} ${effect.uniqueKey}`] !== undefined;
}
