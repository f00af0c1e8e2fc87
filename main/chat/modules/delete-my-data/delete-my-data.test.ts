import { describe, expect, it } from 'vitest';
import { BareChat, confirmed, typed } from '../../../../tests/support/chat';
import { asksEmail, chain, edge, graph, raffles, says } from '../../../../tests/support/graphs';
import { added, ask, skipped } from '../../../../tests/support/questions';
import { columnNames } from '../../../foundation/store/tables';
import { problemsOf } from '../../flow/problems';
import { modules } from '..';

const erased = { kind: 'outcome', outcome: 'erased', value: 7 } as const;

describe('delete my data', () => {
  const module = ask('delete_my_data');

  it('says what goes, and erases only after the box is ticked', () => {
    expect(module.enter()).toMatchObject({
      say: [expect.stringContaining('We can delete')],
      ask: { kind: 'confirm', skip: 'Keep my data' },
    });
    expect(module.answer(confirmed(false))).toMatchObject({ ask: { kind: 'confirm' } });
    expect(module.answer(confirmed())).toEqual({ attempt: { kind: 'erase', reach: 'person' } });
  });

  it('leaves other chats alone where nobody has verified the address', () => {
    const own = ask('delete_my_data', { reach: 'session' });
    expect(own.answer(confirmed())).toEqual({ attempt: { kind: 'erase', reach: 'session' } });
  });

  it('leaves all as it is for those who decide otherwise', () => {
    expect(module.answer(skipped)).toEqual({ go: 'kept' });
  });

  it('says how much is gone, and whether a legal hold kept something', () => {
    expect(module.on(erased)).toMatchObject({ set: { deleted_rows: '7' }, forget: true });
    expect(module.on(erased)).toHaveProperty('say.length', 1);
    expect(module.on({ ...erased, reason: 'held' })).toHaveProperty('say.length', 2);
  });

  it('makes the chat forget: no later module can store again what is gone', () => {
    const flow = chain(asksEmail('email'), { ...added('delete_my_data'), id: 'delete' });
    const after = says('after', 'Hello ${email}.');
    const chat = new BareChat(
      {
        ...flow,
        modules: [...flow.modules, after],
        edges: [...flow.edges, edge('delete', 'next', 'after')],
      },
      { outcome: () => ({ outcome: 'erased', value: 3 }) },
    );
    chat.start().answer(typed('ann@example.com')).answer(confirmed());
    expect(chat.said.slice(-2)).toEqual(['Done. Entries deleted: 3.', 'Hello .']);
    expect(chat.state).toEqual({ kind: 'ended', variables: { deleted_rows: '3' } });
    expect(chat.last.effects).toMatchObject([{ store: 'runtime_log', contact: {} }]);
    expect(JSON.stringify(chat.last)).not.toContain('ann@');
  });

  it('warns of a module behind it that needs what is gone', () => {
    const remove = { ...added('delete_my_data'), id: 'delete' };
    const found = (branch: string) =>
      problemsOf(
        graph(
          [asksEmail('email'), remove, raffles('raffle')],
          [edge('email', 'next', 'delete'), edge('delete', branch, 'raffle')],
        ),
        { modules, policy: [], columnsOf: columnNames },
      ).filter(({ severity }) => severity === 'error');
    expect(found('next')).toMatchObject([{ code: 'variable_needed_before' }]);
    expect(found('kept')).toEqual([]);
  });
});
