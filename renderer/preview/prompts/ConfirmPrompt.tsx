import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { answer } from '../preview-actions';
import { usePreview } from '../preview-store';
import classes from './Prompts.module.css';
import type { PromptProps } from './prompt-props';
import { TermsCheckbox } from './TermsCheckbox';

export function ConfirmPrompt({ prompt }: PromptProps<'confirm'>) {
  const isBusy = usePreview((state) => state.isBusy);
  const [acceptedTerms, setAcceptedTerms] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void answer({ kind: 'confirm', acceptedTerms }, prompt.label);
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <TermsCheckbox terms={prompt.terms} checked={acceptedTerms} onChange={setAcceptedTerms} />
      <Button type="submit" radius="xl" fullWidth disabled={isBusy}>
        {prompt.label}
      </Button>
    </form>
  );
}
