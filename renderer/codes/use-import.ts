import { useEffect, useRef, useState } from 'react';
import type {
  AppError,
  CodeColumns,
  CodeFileLayout,
  CodeFilePreview,
  CodeFileSample,
  CodePool,
  CodesProgress,
} from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { showError, toAppError } from '../app/errors';

/** A file as it was understood, with what the user has corrected of it. */
export interface Understood {
  readonly sample: CodeFileSample;
  readonly columns: CodeColumns;
  readonly corrected: Partial<CodeFileLayout>;
  /** Whether the user has said what the columns are. */
  readonly isChosen: boolean;
}

type Phase =
  | { is: 'choosing' }
  | { is: 'understood'; file: Understood; isLooking: boolean }
  | { is: 'reading'; file: Understood; progress: CodesProgress | null }
  | { is: 'read' | 'importing'; file: Understood; preview: CodeFilePreview };

/** From the choice of a file to its codes; what was read and is not wanted is forgotten. */
export function useImport(pool: CodePool | undefined) {
  const [phase, setPhase] = useState<Phase>({ is: 'choosing' });
  const [error, setError] = useState<AppError | null>(null);
  const ticket = useRef<string | null>(null);

  useEffect(() => {
    const stop = onEvent('codes.progress', (progress) => {
      setPhase((now) => (now.is === 'reading' ? { ...now, progress } : now));
    });
    return () => {
      stop();
      call('codes.cancel').catch(showError);
      if (ticket.current !== null)
        call('codes.discard', { ticket: ticket.current }).catch(showError);
    };
  }, []);

  /** Where it fails, the reason is shown and `otherwise` is where the user goes on. */
  const attempt = async (work: () => Promise<void>, otherwise: Phase): Promise<void> => {
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(toAppError(thrown));
      setPhase(otherwise);
    }
  };

  const choose = () =>
    attempt(async () => {
      const answer = await call('codes.choose', pool ? { poolId: pool.id } : {});
      if (answer.outcome === 'dismissed') return;
      const { sample } = answer;
      ticket.current = sample.ticket;
      const file = { sample, columns: sample.columns, corrected: {}, isChosen: false };
      setPhase({ is: 'understood', file, isLooking: false });
    }, phase);

  /** Looks again; what the user has said of the columns stays for as long as they are the same ones. */
  const correct = (file: Understood, change: Partial<CodeFileLayout>) =>
    attempt(
      async () => {
        setPhase({ is: 'understood', file, isLooking: true });
        const isSame = change.delimiter === undefined && change.sheet === undefined;
        const { headerLine: _, ...others } = file.corrected;
        const corrected = { ...(change.sheet === undefined ? file.corrected : others), ...change };
        const layout = corrected;
        const sample = await call('codes.look', { ticket: file.sample.ticket, layout });
        const isChosen = file.isChosen && isSame;
        const columns = isChosen ? file.columns : sample.columns;
        const understood = { sample, columns, corrected, isChosen };
        setPhase({ is: 'understood', file: understood, isLooking: false });
      },
      { is: 'understood', file, isLooking: false },
    );

  const assign = (file: Understood, columns: CodeColumns) =>
    setPhase({ is: 'understood', file: { ...file, columns, isChosen: true }, isLooking: false });

  const back = (file: Understood) => {
    setError(null);
    setPhase({ is: 'understood', file, isLooking: false });
  };

  const read = (file: Understood) =>
    attempt(
      async () => {
        setPhase({ is: 'reading', file, progress: null });
        const { ticket, layout } = file.sample;
        const answer = await call('codes.read', { ticket, layout, columns: file.columns });
        if (answer.outcome === 'read') setPhase({ is: 'read', file, preview: answer.preview });
        else back(file);
      },
      { is: 'understood', file, isLooking: false },
    );

  /** Null when it failed; the reason is shown. */
  const take = async (
    file: Understood,
    preview: CodeFilePreview,
    name: string,
  ): Promise<string | null> => {
    let id: string | null = null;
    await attempt(
      async () => {
        setPhase({ is: 'importing', file, preview });
        id = await call('codes.import', { ticket: file.sample.ticket, name });
        ticket.current = null;
      },
      { is: 'choosing' },
    );
    return id;
  };

  const cancel = () => call('codes.cancel').catch(showError);
  return { phase, error, choose, correct, assign, back, read, cancel, take };
}
