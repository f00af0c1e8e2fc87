import type {
  AuditEntry,
  CalendarDay,
  DailyTotal,
  LegalHold,
  ParsedInput,
  Policy,
  RetentionPolicyView,
  RetentionRule,
  RuleImpact,
  StoredGiveaway,
  TableName,
} from '../../preload/contract';
import type { Actor } from '../audit/audit-log';
import type { Masking } from '../data/masking';
import type { Store } from '../store/database';
import type { WorkerClient } from '../worker/client';
import { approveHold, endHold, type HoldUser, requestHold } from './holds';
import { readReceipts } from './receipts';
import { readRules } from './rules';
import type { RuleChange } from './rules-change';
import { readTotals } from './totals';

export interface PolicyPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  readonly masking: Pick<Masking, 'shownValue'>;
  /** Rows of these tables expire sooner than before. */
  readonly onShortened: (tables: TableName[]) => void;
}

/** The retention policy, its forecast and its receipts, and the legal holds that suspend it. */
export class PolicyDesk {
  readonly #ports: PolicyPorts;

  constructor(ports: PolicyPorts) {
    this.#ports = ports;
  }

  view(): Promise<RetentionPolicyView> {
    return this.#ports.worker.run('policyView', { nowMs: this.#ports.nowMs() });
  }

  rules(): Promise<Policy> {
    return readRules(this.#ports.store);
  }

  impact(rule: RetentionRule): Promise<RuleImpact> {
    return this.#ports.worker.run('ruleImpact', { rule, nowMs: this.#ports.nowMs() });
  }

  /** @throws AppError `retention.affected_changed` */
  async setRule({ name }: Actor, change: RuleChange): Promise<void> {
    const { worker, nowMs, onShortened } = this.#ports;
    const input = { ...change, actor: { name }, nowMs: nowMs() };
    const tables = await worker.run('setRule', input);
    if (tables.length > 0) onShortened(tables);
  }

  calendar(days: number): Promise<CalendarDay[]> {
    return this.#ports.worker.run('calendar', { days, nowMs: this.#ports.nowMs() });
  }

  totals(): Promise<DailyTotal[]> {
    return readTotals(this.#ports.store);
  }

  receipts(): Promise<AuditEntry[]> {
    return readReceipts(this.#ports.store);
  }

  async holds(): Promise<LegalHold[]> {
    const { worker, masking, nowMs } = this.#ports;
    const holds = await worker.run('holds', { nowMs: nowMs() });
    return Promise.all(
      holds.map(async ({ subject, ...hold }) => {
        if (subject.kind === 'giveaway') return { ...hold, subject };
        const email = await masking.shownValue(subject.email);
        return { ...hold, subject: { ...subject, email } };
      }),
    );
  }

  giveaways(): Promise<StoredGiveaway[]> {
    return this.#ports.worker.run('giveaways', null);
  }

  /** @throws AppError `hold.end_passed` */
  async requestHold(user: HoldUser, request: ParsedInput<'holds.request'>): Promise<LegalHold[]> {
    await requestHold(this.#ports.store, user, request, this.#ports.nowMs());
    return this.holds();
  }

  /** @throws AppError `hold.not_found`, `hold.same_user`, `hold.ended` */
  async approveHold(user: HoldUser, id: string): Promise<LegalHold[]> {
    await approveHold(this.#ports.store, user, id, this.#ports.nowMs());
    return this.holds();
  }

  /** @throws AppError `hold.not_found` */
  async endHold(user: HoldUser, id: string): Promise<LegalHold[]> {
    const { store, worker, nowMs } = this.#ports;
    await endHold(store, user, id, nowMs());
    // Whom it was about leaves the disk, too.
    await worker.run('scrub', { nowMs: nowMs() });
    return this.holds();
  }
}
