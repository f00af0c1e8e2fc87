import type { FunnelStep, ParticipationDay, TableStorage } from '../../preload/contract';
import type { WorkerClient } from '../worker/client';
import type { FunnelRequest } from './funnel';

interface DashboardPorts {
  readonly worker: Pick<WorkerClient, 'run'>;
  readonly nowMs: () => number;
}

/** Counts over everything that is stored: nothing in them is about one person. */
export class Dashboard {
  readonly #ports: DashboardPorts;

  constructor(ports: DashboardPorts) {
    this.#ports = ports;
  }

  participations(days: number): Promise<ParticipationDay[]> {
    return this.#ports.worker.run('participationDays', { days, nowMs: this.#ports.nowMs() });
  }

  /** @throws AppError `experience.not_found` */
  funnel(request: FunnelRequest): Promise<FunnelStep[]> {
    return this.#ports.worker.run('funnel', { ...request, nowMs: this.#ports.nowMs() });
  }

  storage(): Promise<TableStorage[]> {
    return this.#ports.worker.run('tableStorage', { nowMs: this.#ports.nowMs() });
  }
}
