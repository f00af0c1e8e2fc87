import { Gift } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { addressOfMedia, type ChatLanguage, type KioskView } from '../../preload/contract';
import { Slideshow } from './Slideshow';
import classes from './StartScreen.module.css';
import { buttonName, useParticipantWords } from './words';

export type Invitation = Pick<KioskView, 'experienceName' | 'appearance' | 'look' | 'languages'>;

interface Props {
  invitation: Invitation;
  isBusy?: boolean;
  /** Why it could not begin. */
  notice?: ReactNode;
  /** What stands at the foot, such as the links to the legal texts. */
  foot?: ReactNode;
  onStart: (language?: ChatLanguage) => void;
}

/** Invites whoever passes by: a touch anywhere begins, but on what stands there to be touched. */
export function StartScreen({ invitation, isBusy = false, notice, foot, onStart }: Props) {
  const t = useParticipantWords();
  const { experienceName, appearance, look, languages } = invitation;
  const { headline, text, callToAction, prize, slides, secondsPerSlide } = look.start;
  const start = useRef<HTMLButtonElement>(null);
  useEffect(() => start.current?.focus({ preventScroll: true }), []);
  const isPlayable = experienceName !== null;
  return (
    <div className={classes.screen}>
      <Slideshow slides={slides} seconds={secondsPerSlide} logo={appearance.logo} />
      <div className={classes.words}>
        <div className={classes.invitation}>
          {slides.length > 0 && appearance.logo !== '' && (
            <img
              className={classes.logo}
              src={addressOfMedia(appearance.logo)}
              alt={appearance.name}
            />
          )}
          {headline === '' && <p className={classes.kicker}>{t('welcome')}</p>}
          <h1 className={classes.headline}>{headline || experienceName || t('notPlayable')}</h1>
          {text !== '' && <p className={classes.text}>{text}</p>}
          {prize !== '' && (
            <p className={classes.prize}>
              <Gift aria-hidden />
              <span>{prize}</span>
            </p>
          )}
        </div>
        {notice}
        <div className={classes.actions}>
          {isPlayable && (
            <button
              ref={start}
              type="button"
              className={classes.start}
              disabled={isBusy}
              onClick={() => onStart()}
            >
              {callToAction || t('start')}
            </button>
          )}
          {isPlayable && languages.others.length > 0 && (
            <Languages languages={languages} isBusy={isBusy} onStart={onStart} />
          )}
        </div>
        {foot && <div className={classes.foot}>{foot}</div>}
      </div>
    </div>
  );
}

function Languages({
  languages,
  isBusy,
  onStart,
}: Pick<Props, 'onStart'> & {
  languages: Invitation['languages'];
  isBusy: boolean;
}) {
  const t = useParticipantWords();
  return (
    <ul className={classes.languages} aria-label={t('languages')}>
      {[languages.main, ...languages.others].map((language) => (
        <li key={language}>
          <button
            type="button"
            lang={language}
            className={classes.language}
            disabled={isBusy}
            onClick={() => onStart(language)}
          >
            {buttonName(language)}
          </button>
        </li>
      ))}
    </ul>
  );
}
