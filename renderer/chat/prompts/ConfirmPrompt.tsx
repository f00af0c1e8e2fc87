import type { FormEvent } from 'react';
import classes from './Prompts.module.css';
import { SendButton } from './SendButton';
import { TickBox, useTicked } from './TickBox';
import { type PromptProps, useAnswer } from './use-answer';

export function ConfirmPrompt({ prompt }: PromptProps<'confirm'>) {
  const { label, terms, termsText } = prompt;
  const { answer } = useAnswer();
  const [acceptedTerms, setAcceptedTerms] = useTicked(terms);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answer({ kind: 'confirm', acceptedTerms }, label);
  };
  return (
    <form className={classes.form} onSubmit={send}>
      {(terms !== '' || termsText) && (
        <TickBox
          text={terms}
          legalText={termsText}
          checked={acceptedTerms}
          wasMissing={prompt.isUnticked}
          onChange={setAcceptedTerms}
        />
      )}
      <SendButton label={label} />
    </form>
  );
}
