import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../app/errors';
import classes from './Kiosk.module.css';
import { beginChat, kioskChat } from './kiosk-store';

/** Waits for the next participant. */
export function StartScreen({ name }: { name: string | null }) {
  const { t } = useTranslation(['kiosk', 'errors']);
  const message = useErrorMessage();
  const isBusy = kioskChat.use((state) => state.isBusy);
  const failure = kioskChat.use((state) => state.failure);
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus(), []);
  if (name === null) return <p className={classes.start}>{t('errors:kiosk.not_published')}</p>;
  return (
    <div className={classes.start}>
      <h1>{name}</h1>
      {failure && <p role="alert">{message(failure.error)}</p>}
      <button
        ref={start}
        type="button"
        className={classes.big}
        disabled={isBusy}
        onClick={() => void beginChat()}
      >
        {t('kiosk:start')}
      </button>
    </div>
  );
}
