import { CalendarDays } from 'lucide-react';
import {
  type ComponentPropsWithoutRef,
  type KeyboardEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../app/keys';
import { Calendar } from '../../ui/dates/Calendar';
import { writeInNumbers } from '../../ui/dates/day-order';
import { readWholeDay } from '../../ui/dates/written-date';
import { useChatLocale } from '../use-chat-words';
import classes from './DayField.module.css';

interface Props extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'children'> {
  /** What is asked for, to tell its calendar apart. */
  called: string;
  /** As ISO 8601 writes it; what is no day is as it was typed, for the module to answer. */
  value: string;
  earliest?: string | undefined;
  latest?: string | undefined;
  onChange: (value: string) => void;
}

/** A day, typed in numbers as people of the chat's language write it, or picked from a calendar. */
export function DayField(props: Props) {
  const language = useChatLocale();
  return <SpokenDayField key={language} {...props} language={language} />;
}

const DIGITS_OF_DAY = 8;

function SpokenDayField(props: Props & { language: string }) {
  const { called, language, value, earliest, latest, onChange, ...input } = props;
  const { t } = useTranslation('chat');
  const [text, setText] = useState(() => writeInNumbers(value, language));
  const [isLeft, setLeft] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const calendar = useRef<HTMLDivElement>(null);
  const id = useId();
  const example = writeInNumbers(`${new Date().getFullYear()}-12-24`, language);
  const day = readWholeDay(text, language);
  const isTyped = isLeft || text.replaceAll(/\D/g, '').length >= DIGITS_OF_DAY;
  const isWrong = text.trim() !== '' && day === null && isTyped;

  useEffect(() => {
    if (isOpen) calendar.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [isOpen]);

  const type = (typed: string) => {
    setText(typed);
    onChange(readWholeDay(typed, language) ?? typed);
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const leave = (event: KeyboardEvent) => {
    if (keyOf(event) !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <div className={classes.day}>
      <div className={classes.line}>
        <input
          {...input}
          aria-describedby={[input['aria-describedby'], `${id}-hint`].join(' ')}
          type="text"
          inputMode="numeric"
          dir="ltr"
          spellCheck={false}
          // The keys of a kiosk write the signs between the numbers.
          data-day={language}
          placeholder={example}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            setLeft(true);
            if (day !== null) setText(writeInNumbers(day, language));
          }}
        />
        <button
          ref={opener}
          type="button"
          className={classes.opener}
          aria-label={t('dates.choose', { name: called })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <CalendarDays size="1.3em" aria-hidden />
        </button>
      </div>
      <p id={`${id}-hint`} className={classes.hint}>
        {isWrong && t('dates.example', { example })}
      </p>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button opens
        <div id={id} ref={calendar} className={classes.calendar} onKeyDown={leave}>
          <Calendar
            time="none"
            isYearly={false}
            language={language}
            value={day ?? ''}
            minDate={earliest}
            maxDate={latest}
            onChange={(picked) => type(writeInNumbers(picked, language))}
            onPicked={close}
          />
        </div>
      )}
    </div>
  );
}
