import { basename } from 'node:path';
import {
  AppError,
  type DrawableGiveaway,
  type DrawnPlace,
  type DrawPlan,
  type DrawView,
  type Output,
} from '../../preload/contract';
import { type Actor, recordAudit } from '../audit/audit-log';
import type { Masking } from '../data/masking';
import { askForScrub } from '../retention/scrub';
import type { Store } from '../store/database';
import type { WorkerClient } from '../worker/client';
import { declinePrize } from './decline';
import { drawnPlaces } from './drawn-places';
import { findDraw, listDraws } from './stored-draw';

export interface DrawDeskPorts {
  readonly store: Store;
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
  readonly masking: Masking;
  /** Asks where to save; null when the dialog is dismissed. */
  readonly chooseFile: (suggestedName: string) => Promise<string | null>;
}

/** What stewards do with draws. */
export class DrawDesk {
  readonly #ports: DrawDeskPorts;

  constructor(ports: DrawDeskPorts) {
    this.#ports = ports;
  }

  list(): Promise<DrawView[]> {
    return listDraws(this.#ports.store);
  }

  giveaways(): Promise<DrawableGiveaway[]> {
    return this.#ports.worker.run('drawableGiveaways', null);
  }

  places(id: string): Promise<DrawnPlace[]> {
    return drawnPlaces(this.#ports, id);
  }

  prepare({ name }: Actor, plan: DrawPlan): Promise<DrawView> {
    const { worker, nowMs } = this.#ports;
    return worker.run('prepareDraw', { plan, actor: { name }, nowMs: nowMs() });
  }

  run({ name }: Actor, id: string, publicValue: string): Promise<DrawView> {
    const { worker, nowMs } = this.#ports;
    return worker.run('runDraw', { id, publicValue, actor: { name }, nowMs: nowMs() });
  }

  /** @throws AppError `draw.not_found`, `draw.not_prepared` when it is drawn already. */
  async discard(actor: Actor, id: string): Promise<void> {
    const { store, nowMs } = this.#ports;
    await store.transaction().execute(async (transaction) => {
      const { state, giveaway_name: giveaway } = await findDraw(transaction, id);
      if (state !== 'prepared') throw new AppError('draw.not_prepared');
      await transaction
        .updateTable('draws')
        .set({ state: 'discarded', entries: new Uint8Array() })
        .where('id', '=', id)
        .execute();
      await askForScrub(transaction);
      await recordAudit(transaction, actor, nowMs(), 'draw.discarded', { giveaway });
    });
  }

  decline(actor: Actor, winner: number): Promise<number | null> {
    const { store, nowMs } = this.#ports;
    return declinePrize(store, { winner, actor, nowMs: nowMs() });
  }

  async saveRecord({ name }: Actor, id: string): Promise<Output<'draws.saveRecord'>> {
    const { worker, nowMs, chooseFile } = this.#ports;
    const date = new Date(nowMs()).toISOString().slice(0, 10);
    const file = await chooseFile(`chatvault-draw-${date}.json`);
    if (file === null) return { outcome: 'dismissed' };
    await worker.run('saveDrawRecord', { id, file, actor: { name }, nowMs: nowMs() });
    return { outcome: 'saved', fileName: basename(file) };
  }
}
