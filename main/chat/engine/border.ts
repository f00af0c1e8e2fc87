import type { Border, TableName } from '../../../preload/contract';
import type { ChatInput } from './chat-state';
import type { Origin } from './ports';
import type { Outcome } from './step';
import type { Request } from './turn';

/**
 * What a row of each table has brought about that a participant cannot take back by going back. Tables
 * with null only hold what was said on the way: their rows are withdrawn.
 */
const BORDERS: Readonly<Record<TableName, Border | null>> = {
  customers: null,
  participations: 'participation',
  winners: 'win',
  consents: 'consent',
  instant_wins: 'win',
  codes: 'code',
  loyalty: 'points',
  variables: null,
  answers: null,
  files: null,
  runtime_log: null,
};

/** The border that the store's answer puts behind the participant; null where there is none. */
export function borderOf(request: Request, { outcome }: Outcome): Border | null {
  switch (request.kind) {
    case 'erase':
      return outcome === 'erased' ? 'deletion' : null;
    case 'look_up':
      // Whoever could go back after a wrong code would have as many tries as they like.
      return request.lookup.of === 'code' ? 'code' : null;
    case 'store': {
      const wasTried = 'claim' in request && request.claim !== undefined && outcome === 'refused';
      return outcome === 'stored' || wasTried ? BORDERS[request.store] : null;
    }
  }
}

/** A kiosk opens no link: its participants take the address along. */
export function borderOfInput({ kind }: ChatInput, { channel }: Origin): Border | null {
  return kind === 'linkOpened' && channel !== 'kiosk' ? 'link' : null;
}
