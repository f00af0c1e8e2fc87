import { emailKey } from '../../main/foundation/person/email-key';
import type { TableName } from '../../preload/contract';
import type { Random } from './random';
import { ANSWERS, CITIES, FIRST_NAMES, LAST_NAMES, MAIL_HOSTS, STREETS } from './words';

const DAY_MS = 86_400_000;

/** An experience, and which of its modules writes which table. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly modules: Partial<Record<TableName, string>>;
}

type Value = string | number | Uint8Array | null;
export type SeededRow = Record<string, Value>;

/** Who took part, where and when: what all rows of one conversation have in common. */
export interface Conversation {
  readonly source: Source;
  readonly createdAt: number;
  readonly sessionId: string;
  readonly channel: 'kiosk' | 'preview';
  readonly person: Record<string, string>;
}

export function conversation(random: Random, source: Source, createdAt: number): Conversation {
  return {
    source,
    createdAt,
    sessionId: random.id(),
    channel: random.next() < 0.95 ? 'kiosk' : 'preview',
    person: person(random),
  };
}

function person(random: Random): Record<string, string> {
  const [firstname, lastname] = [random.of(FIRST_NAMES), random.of(LAST_NAMES)];
  const [city, area, country] = random.of(CITIES);
  const local = `${plain(firstname)}.${plain(lastname)}${random.below(10_000)}`;
  return {
    email: `${local}@${random.of(MAIL_HOSTS)}`,
    firstname,
    lastname,
    street: random.of(STREETS),
    house_number: String(1 + random.below(120)),
    zip: area + String(random.below(1_000)).padStart(3, '0'),
    city,
    country,
    phone: `+49 30 ${1_000_000 + random.below(8_999_999)}`,
  };
}

const plain = (name: string): string =>
  name.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');

/** What makes a row of a table different from the others of its conversation. */
const OWN: Record<TableName, (random: Random, talk: Conversation) => SeededRow> = {
  customers: (random, { createdAt }) => ({
    last_active_at: createdAt,
    email_confirmed: random.next() < 0.4 ? 'yes' : null,
  }),
  participations: (random) => ({ ...giveaway, participation_id: random.id() }),
  winners: (random) => ({
    ...giveaway,
    participation_id: random.id(),
    prize_name: 'City bike',
    status: random.of(['winner', 'substitute']),
    rank: 1 + random.below(20),
  }),
  consents: (random) => ({
    consent_name: 'Newsletter',
    action: random.of(['given', 'given', 'given', 'refused', 'withdrawn']),
    wording: 'I would like to receive the newsletter.',
    wording_version: '1',
    wording_hash: '0'.repeat(64),
    consent_id: 'newsletter',
  }),
  instant_wins: (random) => {
    const hasWon = random.next() < 0.1;
    return {
      result: hasWon ? 'won' : 'lost',
      prize_name: hasWon ? 'Tote bag' : null,
      prize_id: hasWon ? 'tote' : null,
    };
  },
  codes: (random) => ({
    action: random.of(['entered', 'issued']),
    code: random.id().slice(0, 8).toUpperCase(),
    pool_name: 'Shop vouchers',
    pool_id: 'vouchers',
  }),
  loyalty: (random) => ({ points: random.of([10, 10, 20, 50, -50]), reason: 'Visit' }),
  variables: (random, { person: { email, firstname } }) =>
    random.of([
      { name: 'email', value: email ?? null },
      { name: 'firstname', value: firstname ?? null },
      { name: 'pill', value: random.of(['red', 'blue']) },
    ]),
  answers: (random) => ({
    question: 'How was your visit?',
    answer: random.of(ANSWERS),
    score: random.below(11),
    question_id: 'visit',
  }),
  files: (random) => ({
    file_name: `receipt-${random.below(10_000)}.txt`,
    mime_type: 'text/plain',
    size_bytes: 12,
    content: new TextEncoder().encode('A receipt.\r\n'),
    file_id: random.id(),
  }),
  runtime_log: (random) => ({
    event: random.of(['link_shown', 'link_opened']),
    module_type: 'external_link',
  }),
};

const giveaway = { giveaway_name: 'Summer raffle', giveaway_id: 'summer' };

/** A row as the chat would have stored it; columns that the table does not have are left out later. */
export function rowOf(
  random: Random,
  table: TableName,
  talk: Conversation,
  retentionDays: number,
): SeededRow {
  const { source, createdAt, sessionId, channel, person } = talk;
  const isAnonymous = table === 'runtime_log';
  const key = person.email ? emailKey(person.email) : null;
  return {
    ...(isAnonymous ? {} : person),
    created_at: createdAt,
    expires_at: createdAt + retentionDays * DAY_MS,
    module_id: source.modules[table] ?? `seed-${table}`,
    experience_id: source.id,
    experience_name: source.name,
    session_id: sessionId,
    channel,
    email_key: isAnonymous ? null : key,
    unique_key: table === 'customers' ? `${channel} ${key}` : null,
    ...OWN[table](random, talk),
  };
}
