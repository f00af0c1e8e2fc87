import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  ACCESS_OBLIGATIONS,
  type AppError,
  type ExportOutcome,
  type ExportProgress,
  type Input,
  OBLIGATIONS,
  type Output,
} from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { toAppError } from '../app/errors';

export type Saved = Extract<ExportOutcome, { outcome: 'saved' }>;

const ALL_OBLIGATIONS = { accepted: [...OBLIGATIONS] };

/** What is accepted is added here; of each member of a union. */
type Unaccepted<I> = I extends unknown ? Omit<I, 'accepted'> : never;

/** What the user has chosen, or the id of what another user has released. */
export type Preparation =
  | Unaccepted<Input<'exports.prepare'>>
  | Unaccepted<Input<'exports.prepareReleased'>>
  /** All that is stored about a person. */
  | Unaccepted<Input<'privacy.prepareAccess'>>;

function prepareTicket(preparation: Preparation): Promise<Output<'exports.prepare'>> {
  if ('id' in preparation) {
    return call('exports.prepareReleased', { ...preparation, ...ALL_OBLIGATIONS });
  }
  if ('selection' in preparation) {
    return call('exports.prepare', { ...preparation, ...ALL_OBLIGATIONS });
  }
  return call('privacy.prepareAccess', { ...preparation, accepted: [...ACCESS_OBLIGATIONS] });
}

export type ExportStep =
  | { step: 'obligations'; isPreparing: boolean; error: AppError | null }
  | { step: 'password'; password: string; setback: AppError | 'dismissed' | 'cancelled' | null }
  | { step: 'saving'; password: string; progress: ExportProgress | null; isCancelling: boolean }
  | { step: 'saved'; file: Saved };

const START: Extract<ExportStep, { step: 'obligations' }> = {
  step: 'obligations',
  isPreparing: false,
  error: null,
};

/** The steps of one export. The password lives here until the file is saved or the dialog closes. */
export function useExport() {
  const [state, setState] = useState<ExportStep>(START);
  const ticket = useTicket();

  useEffect(
    () =>
      onEvent('export.progress', (progress) => {
        if (progress.ticket !== ticket.current()) return;
        setState((now) => (now.step === 'saving' ? { ...now, progress } : now));
      }),
    [ticket],
  );

  const prepare = useCallback(
    async (preparation: Preparation) => {
      setState({ ...START, isPreparing: true });
      try {
        const prepared = await prepareTicket(preparation);
        if (!ticket.hold(prepared.ticket)) return;
        setState({ step: 'password', password: prepared.password, setback: null });
      } catch (error) {
        setState({ ...START, error: toAppError(error) });
      }
    },
    [ticket],
  );

  const save = useCallback(
    async (password: string) => {
      const id = ticket.current();
      if (id === null) return;
      setState({ step: 'saving', password, progress: null, isCancelling: false });
      try {
        const result = await call('exports.save', { ticket: id });
        if (result.outcome === 'saved') {
          ticket.release();
          setState({ step: 'saved', file: result });
        } else setState({ step: 'password', password, setback: result.outcome });
      } catch (error) {
        setState({ step: 'password', password, setback: toAppError(error) });
      }
    },
    [ticket],
  );

  const cancel = useCallback(async () => {
    const id = ticket.current();
    if (id === null) return;
    setState((now) => (now.step === 'saving' ? { ...now, isCancelling: true } : now));
    await call('exports.cancel', { ticket: id });
  }, [ticket]);

  const copyPassword = useCallback(async () => {
    const id = ticket.current();
    if (id !== null) await call('exports.copyPassword', { ticket: id });
  }, [ticket]);

  return { state, prepare, save, cancel, copyPassword };
}

/** However the dialog goes away (closed, another screen, locked), main forgets the password. */
function useTicket() {
  const held = useRef<string | null>(null);
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      if (held.current !== null) discard(held.current);
      held.current = null;
    };
  }, []);

  return useMemo(
    () => ({
      current: () => held.current,
      /** False when the dialog was closed while the ticket was on its way. */
      hold: (ticket: string): boolean => {
        if (isOpen.current) held.current = ticket;
        else discard(ticket);
        return isOpen.current;
      },
      release: () => {
        held.current = null;
      },
    }),
    [],
  );
}

function discard(ticket: string): void {
  // Locking has discarded it already and then refuses; there is nobody left to tell.
  void call('exports.discard', { ticket }).catch(() => undefined);
}
