import { type ReactNode, useCallback } from 'react';
import { call } from '../app/client';
import { useChat, useChatPlace } from './chat-context';
import { LegalPlace } from './LegalPlace';

/** Where the legal texts of the running chat open. */
export function ChatLegal({ children }: { children: ReactNode }) {
  const { isKiosk } = useChatPlace();
  const session = useChat(({ sessionId }) => sessionId);
  const read = useCallback(
    (id: string) =>
      isKiosk
        ? call('kiosk.legalText', { id })
        : call('chat.legalText', { sessionId: session ?? '-', id }),
    [isKiosk, session],
  );
  return (
    <LegalPlace session={session} read={read}>
      {children}
    </LegalPlace>
  );
}
