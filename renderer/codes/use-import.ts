import { useEffect, useRef, useState } from 'react';
import type { AppError, CodeFilePreview, CodePool, CodesProgress } from '../../preload/contract';
import { call, onEvent } from '../app/client';
import { showError, toAppError } from '../app/errors';

type Phase =
  | { is: 'choosing' }
  | { is: 'reading'; progress: CodesProgress | null }
  | { is: 'read'; preview: CodeFilePreview }
  | { is: 'importing'; preview: CodeFilePreview };

/** From the choice of a file to its codes; what was read and is not wanted is forgotten. */
export function useImport(pool: CodePool | undefined) {
  const [phase, setPhase] = useState<Phase>({ is: 'choosing' });
  const [error, setError] = useState<AppError | null>(null);
  const ticket = useRef<string | null>(null);

  useEffect(() => {
    const stop = onEvent('codes.progress', (progress) => {
      setPhase((now) => (now.is === 'reading' ? { is: 'reading', progress } : now));
    });
    return () => {
      stop();
      call('codes.cancel').catch(showError);
      if (ticket.current !== null)
        call('codes.discard', { ticket: ticket.current }).catch(showError);
    };
  }, []);

  const read = async () => {
    const before = phase;
    setError(null);
    setPhase({ is: 'reading', progress: null });
    try {
      const answer = await call('codes.read', pool ? { poolId: pool.id } : {});
      if (answer.outcome === 'read') {
        ticket.current = answer.preview.ticket;
        setPhase({ is: 'read', preview: answer.preview });
      } else setPhase(answer.outcome === 'dismissed' ? before : { is: 'choosing' });
    } catch (thrown) {
      ticket.current = null;
      setError(toAppError(thrown));
      setPhase({ is: 'choosing' });
    }
  };

  /** Null when it failed; the reason is shown. */
  const take = async (preview: CodeFilePreview, name: string): Promise<string | null> => {
    setError(null);
    setPhase({ is: 'importing', preview });
    try {
      const id = await call('codes.import', { ticket: preview.ticket, name });
      ticket.current = null;
      return id;
    } catch (thrown) {
      setError(toAppError(thrown));
      setPhase({ is: 'choosing' });
      return null;
    }
  };

  const cancel = () => call('codes.cancel').catch(showError);
  return { phase, error, read, cancel, take };
}
