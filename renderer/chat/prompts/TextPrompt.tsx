import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ANSWER_LENGTH, type TextFormat } from '../../../preload/contract';
import { shortcut } from '../../app/shortcut';
import { useChatPlace } from '../chat-context';
import { useChatLocale } from '../use-chat-words';
import { DayField } from './DayField';
import classes from './Prompts.module.css';
import { SendArrow } from './SendButton';
import { TickBox, useTicked } from './TickBox';
import { formatAttributes, inGroups } from './text-format';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

/** What is typed goes to the module as it is: the flow answers a wrong address, as it will later. */
export function TextPrompt({ prompt }: PromptProps<'text'>) {
  const { format, terms } = prompt;
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const { isKiosk } = useChatPlace();
  const language = useChatLocale();
  const hint = useId();
  const earlier = useEarlier('text');
  const [text, setText] = useState(earlier?.text ?? prompt.initial ?? '');
  const [looksWrong, setLooksWrong] = useState(false);
  const [acceptedTerms, setAcceptedTerms] = useTicked(terms);

  const send = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said) return;
    void answer({ kind: 'text', text, acceptedTerms }, shownAs(said, format, language));
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
  };

  const common = {
    'data-first': true,
    value: text,
    maxLength: MAX_ANSWER_LENGTH,
    placeholder: prompt.placeholder || (format === 'email' ? t('prompt.emailPlaceholder') : ''),
    'aria-label': t(`prompt.format.${format}`),
    'aria-describedby': hint,
    // Strangers share a kiosk: it suggests nothing that somebody else has typed.
    autoComplete: isKiosk ? 'off' : (prompt.autocomplete ?? 'off'),
  };
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      {terms !== undefined && (
        <TickBox
          text={terms}
          legalText={prompt.termsText}
          checked={acceptedTerms}
          wasMissing={prompt.isUnticked}
          onChange={setAcceptedTerms}
        />
      )}
      <div className={classes.field} data-format={format}>
        {format === 'longText' ? (
          <textarea
            {...common}
            rows={3}
            onKeyDown={sendByKey}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : format === 'date' ? (
          <DayField
            {...common}
            called={common['aria-label']}
            earliest={prompt.earliest}
            latest={prompt.latest}
            onChange={setText}
          />
        ) : (
          <input
            {...common}
            {...formatAttributes[format]}
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (looksLikeAddress(event.currentTarget.value)) setLooksWrong(false);
            }}
            onBlur={(event) => {
              if (format === 'iban') setText(inGroups(text));
              setLooksWrong(!looksLikeAddress(event.currentTarget.value));
            }}
          />
        )}
        <SendArrow disabled={!text.trim()} />
      </div>
      <p id={hint} className={classes.hint}>
        {looksWrong && format === 'email' && t('prompt.emailHint')}
        {format === 'longText' && t('prompt.longTextHint', { keys: shortcut('Enter') })}
      </p>
    </form>
  );
}

/** Only a hint: whether it is an address is for the module to say. Nothing typed is nothing wrong. */
function looksLikeAddress(text: string): boolean {
  return text.trim() === '' || /[^\s@＠]\s*[@＠]\s*[^\s@＠]+[.。．]\s*[^\s@＠]/u.test(text);
}

function shownAs(said: string, format: TextFormat, language: string): string {
  if (format === 'date') return formatDate(said, language);
  return format === 'iban' ? inGroups(said) : said;
}

/** `text` is a day as ISO 8601 writes it. */
function formatDate(text: string, language: string): string {
  const date = new Date(`${text}T12:00`);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date);
}
