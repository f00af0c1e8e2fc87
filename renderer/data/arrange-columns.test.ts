import { describe, expect, it } from 'vitest';
import type { ColumnView } from '../../preload/contract';
import { arrangeColumns, visibleColumns } from './arrange-columns';

function column(name: string, traits: Partial<ColumnView> = {}): ColumnView {
  return { name, kind: 'text', personal: false, technical: false, ...traits };
}

const columns = [
  column('created_at', { kind: 'instant' }),
  column('firstname', { personal: true }),
  column('email', { personal: true }),
  column('experience_name'),
  column('session_id', { technical: true }),
  column('channel'),
  column('expires_at', { kind: 'instant' }),
  column('points'),
  column('street', { detail: true }),
];

describe('the columns of a data tab', () => {
  it('show who and what before where from and how long, and ids last', () => {
    expect(arrangeColumns(columns).map(({ name }) => name)).toEqual([
      'created_at',
      'email',
      'firstname',
      'points',
      'street',
      'experience_name',
      'expires_at',
      'channel',
      'session_id',
    ]);
  });

  it('hide ids, details and columns without a value until the user asks for them', () => {
    const filled = new Set(['created_at', 'email', 'session_id', 'channel', 'street']);
    const visible = visibleColumns(columns, filled, { session_id: true, channel: false });
    expect(Object.keys(visible).filter((name) => visible[name])).toEqual([
      'created_at',
      'email',
      'session_id',
    ]);
  });
});
