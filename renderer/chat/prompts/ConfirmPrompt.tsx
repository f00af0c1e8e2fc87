import { type FormEvent, useState } from 'react';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { TickBox } from './TickBox';
import { type PromptProps, useAnswer } from './use-answer';

export function ConfirmPrompt({ prompt: { label, terms } }: PromptProps<'confirm'>) {
  const { answer } = useAnswer();
  const [acceptedTerms, setAcceptedTerms] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answer({ kind: 'confirm', acceptedTerms }, label);
  };
  return (
    <form className={classes.form} onSubmit={send}>
      {terms !== '' && <TickBox text={terms} checked={acceptedTerms} onChange={setAcceptedTerms} />}
      <SendButton label={label} />
    </form>
  );
}
