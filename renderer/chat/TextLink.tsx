import { QrCode, X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { useChat, useChatPlace } from './chat-context';
import { useLegalReader } from './legal-reader';
import classes from './MarkedText.module.css';
import { ScannableCode } from './ScannableCode';

interface Props {
  address: string;
  children: ReactNode;
}

const LEGAL = 'legal:';

/** A link in a text: to a legal text, into the browser, or onto the participant's own phone. */
export function TextLink({ address, children }: Props) {
  const { isKiosk } = useChatPlace();
  if (address.startsWith(LEGAL)) {
    return <LegalLink id={address.slice(LEGAL.length)}>{children}</LegalLink>;
  }
  return isKiosk ? (
    <TakenAlong address={address}>{children}</TakenAlong>
  ) : (
    <BrowserLink address={address}>{children}</BrowserLink>
  );
}

function LegalLink({ id, children }: { id: string; children: ReactNode }) {
  const read = useLegalReader();
  if (!read) return children;
  return (
    <button type="button" className={classes.link} onClick={() => read(id)}>
      {children}
    </button>
  );
}

/** Main opens it, once it has seen that this session has shown it. */
function BrowserLink({ address, children }: Props) {
  const sessionId = useChat((state) => state.sessionId);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    if (sessionId === null) return;
    call('chat.openAddress', { sessionId, address }).catch(showError);
  };
  return (
    <a
      href={address}
      title={address}
      className={classes.link}
      onClick={open}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  );
}

/** A kiosk has no browser: the code appears below the words, and goes again. */
function TakenAlong({ address, children }: Props) {
  const { t } = useTranslation('chat');
  const [isShown, setShown] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setShown(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.link}
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        {children}
        <QrCode size="0.9em" className={classes.sign} aria-hidden />
      </button>
      {isShown && (
        <span
          id={id}
          className={classes.taken}
          ref={(panel) => panel?.scrollIntoView({ block: 'nearest' })}
        >
          <ScannableCode text={address} symbology="qrcode" showsText />
          <span className={classes.hint}>{t('link.scan')}</span>
          <button type="button" className={classes.close} onClick={close}>
            <X size="1.1em" aria-hidden />
            {t('link.close')}
          </button>
        </span>
      )}
    </>
  );
}
