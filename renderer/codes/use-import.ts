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
  /** Counted, so that the answer to an older correction does not replace that to a newer one. */
  const looks = useRef(0);

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
  const correct = async (file: Understood, change: Partial<CodeFileLayout>) => {
    const { headerLine: _, ...others } = file.corrected;
    const corrected = { ...(change.sheet === undefined ? file.corrected : others), ...change };
    const isChosen = file.isChosen && change.delimiter === undefined && change.sheet === undefined;
    // Shown at once: who goes on correcting must not lose what was corrected before.
    const layout = { ...file.sample.layout, ...change };
    const expected = { ...file, corrected, isChosen, sample: { ...file.sample, layout } };
    looks.current += 1;
    const mine = looks.current;
    setError(null);
    setPhase({ is: 'understood', file: expected, isLooking: true });
    try {
      const { ticket } = file.sample;
      const sample = await call('codes.look', { ticket, layout: corrected });
      if (mine !== looks.current) return;
      setPhase((now) => {
        if (now.is !== 'understood') return now;
        const { isChosen, columns } = now.file;
        const understood = {
          sample,
          corrected,
          isChosen,
          columns: isChosen ? columns : sample.columns,
        };
        return { is: 'understood', file: understood, isLooking: false };
      });
    } catch (thrown) {
      if (mine !== looks.current) return;
      setError(toAppError(thrown));
      setPhase({ is: 'understood', file, isLooking: false });
    }
  };

  const assign = (columns: CodeColumns) =>
    setPhase((now) =>
      now.is === 'understood' ? { ...now, file: { ...now.file, columns, isChosen: true } } : now,
    );

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
