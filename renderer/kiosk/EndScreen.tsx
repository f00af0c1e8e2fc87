import { type ReactNode, useEffect, useRef } from 'react';
import { addressOfMedia, type KioskView } from '../../preload/contract';
import classes from './EndScreen.module.css';
import { Poster } from './Slideshow';
import { useParticipantWords } from './words';

interface Props {
  look: KioskView['look'];
  /** Shown where the end has no picture. */
  logo: string;
  ending: 'ended' | 'unavailable' | 'tooLong';
  clearSeconds: number;
  secondsLeft: number;
  /** Counts how often the time began anew. */
  round: number;
  /** What was said last, such as a code that was won: it can still be read. */
  last?: ReactNode;
  onClear: () => void;
}

/** Says goodbye, and how long it does so. */
export function EndScreen({ look, logo, ending, last, onClear, ...time }: Props) {
  const t = useParticipantWords();
  const { headline, text, picture, alt } = look.end;
  const { clearSeconds, secondsLeft, round } = time;
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus({ preventScroll: true }), []);
  // What an author says of the end is not said where it was none.
  const isMeant = ending === 'ended';
  return (
    <div className={classes.screen}>
      {picture === '' ? (
        <Poster logo={logo} isDone={isMeant} />
      ) : (
        <img className={classes.picture} src={addressOfMedia(picture)} alt={alt} />
      )}
      <div className={classes.words}>
        <div className={classes.scroll}>
          <h1 className={classes.headline}>{(isMeant && headline) || t(ending)}</h1>
          {isMeant && text !== '' && <p className={classes.text}>{text}</p>}
          {last}
        </div>
        <div className={classes.foot}>
          <button ref={again} type="button" className={classes.again} onClick={onClear}>
            {t('startAgain')}
          </button>
          <div className={classes.clearing}>
            <span className={classes.track} aria-hidden>
              <span
                key={round}
                className={classes.bar}
                style={{ animationDuration: `${clearSeconds}s` }}
              />
            </span>
            <p role="timer">{t('clearing', { count: secondsLeft })}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
