import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { TickBox, useTicked } from './TickBox';
import { type PromptProps, useAnswer } from './use-answer';

/** Never ticked beforehand: a consent is given by an act (GDPR, recital 32). */
export function ConsentPrompt({ prompt: { text, label, mandatory } }: PromptProps<'consent'>) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const [given, setGiven] = useTicked(text);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answer({ kind: 'consent', given }, given ? label : t('prompt.notGiven'));
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TickBox text={text} checked={given} onChange={setGiven} />
      <p className={classes.hint}>{t(mandatory ? 'prompt.mandatory' : 'prompt.optional')}</p>
      <SendButton label={label} />
    </form>
  );
}
