import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../app/client';
import { toAppError } from '../app/errors';
import { useRefusal } from '../ui/use-refusal';
import { Cover } from './Cover';
import classes from './Cover.module.css';
import { useIdleSeconds } from './use-idle-seconds';

/** Somebody who has gone away does not leave it open for participants to try. */
const OPEN_SECONDS = 30;

interface Props {
  onClose: () => void;
}

/**
 * Main checks the passphrase, and takes this window down. Nobody is named here, and what is typed is in
 * the fields only, never in the page's text: whoever comes next finds nothing.
 */
export function LeaveDialog({ onClose }: Props) {
  const { t } = useTranslation(['kiosk', 'app', 'workspace']);
  const [isOther, setOther] = useState(false);
  const { passphrase, name, problem, isWaiting, isBusy, leave } = useLeaving();
  useIdleSeconds({ warnAfter: OPEN_SECONDS, goneAfter: OPEN_SECONDS }, onClose);
  const error = useId();
  const field = { autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const;
  return (
    <Cover title={t('kiosk:leave.title')} onEscape={onClose}>
      <form className={classes.form} onSubmit={(event) => void leave(event)} noValidate>
        <p className={classes.text}>{t(isOther ? 'kiosk:leave.other' : 'kiosk:leave.text')}</p>
        {isOther && (
          <label className={classes.field}>
            {t('workspace:unlock.user')}
            <input {...field} ref={name} type="text" maxLength={80} />
          </label>
        )}
        <label className={classes.field}>
          {t('workspace:passphrase')}
          <input
            {...field}
            ref={passphrase}
            type="password"
            data-autofocus
            maxLength={1_024}
            aria-invalid={problem !== null}
            aria-describedby={error}
          />
        </label>
        {/* The seconds are not read out one by one. */}
        <p id={error} className={classes.error} role={isWaiting ? undefined : 'alert'}>
          {problem}
        </p>
        <div className={classes.buttons}>
          <button type="button" className={classes.other} onClick={onClose}>
            {t('app:cancel')}
          </button>
          <button type="submit" className={classes.main} disabled={isBusy}>
            {t('kiosk:leave.confirm')}
          </button>
        </div>
        <button type="button" className={classes.quiet} onClick={() => setOther(!isOther)}>
          {t(isOther ? 'kiosk:leave.starter' : 'kiosk:leave.another')}
        </button>
      </form>
    </Cover>
  );
}

function useLeaving() {
  const { t } = useTranslation(['kiosk', 'workspace']);
  const passphrase = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const { said, isWaiting } = useRefusal(failure);

  const leave = async (event: FormEvent) => {
    event.preventDefault();
    const typed = passphrase.current?.value ?? '';
    const named = name.current?.value.trim();
    const empty = [name, passphrase].find(({ current }) => current?.value.trim() === '');
    if (empty) return empty.current?.focus();
    if (passphrase.current) passphrase.current.value = '';
    setBusy(true);
    setFailure(null);
    try {
      await call('kiosk.leave', { passphrase: typed, ...(named && { name: named }) });
    } catch (thrown) {
      setFailure(thrown);
      passphrase.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const isWrong = failure !== null && toAppError(failure).code === 'workspace.wrong_passphrase';
  const problem = isWrong ? t('kiosk:leave.wrong') : said;
  return { passphrase, name, problem, isWaiting, isBusy: isBusy || isWaiting, leave };
}
