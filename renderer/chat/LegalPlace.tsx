import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { LegalReading } from '../../preload/contract';
import { LegalSheet } from './LegalSheet';
import { LegalReaderContext } from './legal-reader';

interface Props {
  /** Another one closes what is open: it was read by somebody else. */
  session: string | null;
  read(id: string): Promise<LegalReading>;
  /** What leads back, where it is no chat. */
  backLabel?: string;
  children: ReactNode;
}

/**
 * Where legal texts open: over what is shown, which stays as it is below, with all that was typed. On the way
 * back, the focus is where it was.
 */
export function LegalPlace({ session, read, backLabel, children }: Props) {
  const [id, setId] = useState<string | null>(null);
  const opener = useRef<Element | null>(null);

  const open = useCallback((next: string) => {
    opener.current = document.activeElement;
    setId(next);
  }, []);
  const close = useCallback(() => {
    setId(null);
    const before = opener.current;
    // Once what is below can be focused again.
    requestAnimationFrame(() => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that closes it
  useEffect(() => setId(null), [session]);

  return (
    <LegalReaderContext value={open}>
      <div style={{ display: 'contents' }} inert={id !== null}>
        {children}
      </div>
      {id !== null && (
        <LegalSheet key={id} id={id} read={read} backLabel={backLabel} onClose={close} />
      )}
    </LegalReaderContext>
  );
}
