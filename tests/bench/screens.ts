import { Experiences } from '../../main/chat/experiences/experiences';
import { funnel } from '../../main/data/dashboard/funnel';
import { participationDays } from '../../main/data/dashboard/participations';
import { tableStorage } from '../../main/data/dashboard/storage';
import { drawableGiveaways } from '../../main/data/draws/drawable-giveaways';
import { prepareDraw } from '../../main/data/draws/prepare-draw';
import { previewErasure } from '../../main/data/person/erasure';
import { readTimeline, suggestPeople, summarisePerson } from '../../main/data/person/person';
import { policyView } from '../../main/data/policy/policy-view';
import type { Connection } from '../../main/foundation/store/connection';
import type { Store } from '../../main/foundation/store/database';
import { expiryCalendar } from '../../main/vault/retention/calendar';
import type { DrawPlan } from '../../preload/contract';
import { laneContext } from '../support/context';
import { lessonGraph } from '../support/graphs';
import { DAY_MS, NOW_MS } from '../support/now';
import { type Bench, MILLION } from './bench';
import { remove, withStore } from './databases';
import { absolute, type Figure, repeat, timed } from './figure';

const PERSON_ROWS = 100;
const PLAN: DrawPlan = {
  giveawayId: 'summer',
  chance: 'person',
  prizes: [{ name: 'Bike', winners: 3 }],
  substitutes: 3,
  excluded: '',
  ignoresUnread: false,
  excludesEarlierWinners: true,
  includesPreview: false,
};

/** What the worker reads for the first content of a screen. */
const SCREENS: Readonly<Record<string, (store: Store, email: string) => Promise<unknown>>> = {
  'person: suggestions': (store, email) =>
    suggestPeople(store, { prefix: email.slice(0, 2), limit: 8, nowMs: NOW_MS }),
  'person: summary': (store, email) => summarisePerson(store, email, NOW_MS),
  'person: timeline': (store, email) => readTimeline(store, { email, limit: PERSON_ROWS }, NOW_MS),
  'person: erasure preview': (store, email) => previewErasure(store, { email }, NOW_MS),
  'dashboard: participations': (store) => participationDays({ store, nowMs: NOW_MS }, { days: 90 }),
  'dashboard: funnel': (store) =>
    funnel({ store, nowMs: NOW_MS }, { experienceId: 'experience-1', channel: 'kiosk' }),
  'dashboard: storage': (store) => tableStorage({ store, nowMs: NOW_MS }),
  'retention: policy': (store) => policyView({ store, nowMs: NOW_MS }),
  'retention: calendar': (store) => expiryCalendar(store, 60, NOW_MS),
  'draw: giveaways': (store) => drawableGiveaways(store),
};

export const screens: Bench = {
  name: 'screens',
  rows: MILLION,
  run: async ({ databases, rows, runs }) => {
    const database = await databases.copyOf(rows);
    const figures = await withStore(database, async (store, connection) => {
      addAnonymousRows(connection, rows / 2);
      await new Experiences(store).create('experience-1', 'Hello World', lessonGraph(), NOW_MS);
      const { email_key } = await store
        .selectFrom('participations')
        .select('email_key')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow();
      const all: Figure[] = [];
      const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
        const subject = { name, rows, runs, unit: 'ms', target: '<= 1,000 ms' };
        all.push(absolute(subject, await repeat(runs, () => timed(work))));
      };
      for (const [name, read] of Object.entries(SCREENS))
        await measure(name, () => read(store, email_key ?? ''));
      const preparing = laneContext<never>(store, 'draw.prepared');
      await measure('draw: frozen list', () => prepareDraw(preparing, PLAN));
      return all;
    });
    remove(database);
    return figures;
  },
};

/** A step of each conversation that nobody had given an address for: a person's are found among all. */
function addAnonymousRows(connection: Connection, rows: number): void {
  connection.exec(`insert into runtime_log (created_at, expires_at, module_id, experience_id,
      experience_name, session_id, channel, event)
    select created_at, ${NOW_MS + 7 * DAY_MS}, 'start', experience_id, experience_name, session_id,
      channel, 'started'
    from participations order by id desc limit ${rows}`);
}
