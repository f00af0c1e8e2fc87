import { useFocusTrap } from '@mantine/hooks';
import { ArrowLeft } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, type LegalReading, languageName } from '../../preload/contract';
import { useErrorMessage } from '../app/errors';
import { keyOf } from '../app/keys';
import { LegalProse } from './LegalProse';
import classes from './LegalSheet.module.css';
import { ScannableCode } from './ScannableCode';
import { useChatLocale } from './use-chat-words';

interface Props {
  id: string;
  read(id: string): Promise<LegalReading>;
  backLabel?: string | undefined;
  onClose(): void;
}

/** One legal text, to be read in the place of the chat. */
export function LegalSheet({ id, read, backLabel, onClose }: Props) {
  const { t } = useTranslation('chat');
  const heading = useId();
  const trap = useFocusTrap(true);
  const { reading, failure } = useReading(id, read);
  const message = useErrorMessage();

  const leave = (event: KeyboardEvent) => {
    if (keyOf(event) !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <div
      ref={trap}
      className={classes.sheet}
      role="dialog"
      aria-modal
      aria-labelledby={heading}
      onKeyDown={leave}
    >
      <div className={classes.bar}>
        <button type="button" className={classes.back} data-autofocus onClick={onClose}>
          <ArrowLeft size="1.1em" aria-hidden className={classes.arrow} />
          {backLabel ?? t('legal.back')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to scroll by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-labelledby={heading}>
        {reading ? (
          <Text reading={reading} heading={heading} />
        ) : (
          <p id={heading} role={failure ? 'alert' : 'status'}>
            {failure ? message(failure) : t('legal.loading')}
          </p>
        )}
      </section>
    </div>
  );
}

function Text({ reading, heading }: { reading: LegalReading; heading: string }) {
  const { t } = useTranslation('chat');
  const { title, text, language, isOtherLanguage, number, publishedAt, address } = reading;
  const locale = useChatLocale();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(publishedAt);
  return (
    <div className={classes.column}>
      {isOtherLanguage && (
        <p className={classes.note}>
          {t('legal.inLanguage', { language: languageName(language, locale) })}
        </p>
      )}
      <article className={classes.text} lang={language} dir={directionOf(language)}>
        <h1 id={heading}>{title}</h1>
        <LegalProse text={text} />
      </article>
      <footer className={classes.note}>
        <p>{t('legal.version', { number, date })}</p>
        {address !== '' && (
          <div className={classes.address}>
            <span>{t('legal.alsoAt')}</span>
            <ScannableCode text={address} symbology="qrcode" showsText />
          </div>
        )}
      </footer>
    </div>
  );
}

function useReading(id: string, read: Props['read']) {
  const [state, setState] = useState<{ reading?: LegalReading; failure?: unknown }>({});
  useEffect(() => {
    let isCurrent = true;
    read(id).then(
      (reading) => isCurrent && setState({ reading }),
      (failure) => isCurrent && setState({ failure }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, read]);
  return state;
}
