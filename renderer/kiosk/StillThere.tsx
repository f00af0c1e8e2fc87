import { useId } from 'react';
import { Cover } from './Cover';
import classes from './Cover.module.css';
import { useParticipantWords } from './words';

interface Props {
  secondsLeft: number;
  onStay: () => void;
  onEnd: () => void;
}

/** Asks whether anybody is still there, and shows nothing of what they have said meanwhile. */
export function StillThere({ secondsLeft, onStay, onEnd }: Props) {
  const t = useParticipantWords();
  const text = useId();
  return (
    <Cover role="alertdialog" title={t('idle.title')} aria-describedby={text} onEscape={onStay}>
      <p className={classes.number} aria-hidden>
        {secondsLeft}
      </p>
      <p id={text} className={classes.text}>
        {t('idle.text', { count: secondsLeft })}
      </p>
      <div className={classes.buttons}>
        <button type="button" data-autofocus className={classes.main} onClick={onStay}>
          {t('idle.stay')}
        </button>
        <button type="button" className={classes.other} onClick={onEnd}>
          {t('idle.startAgain')}
        </button>
      </div>
    </Cover>
  );
}
