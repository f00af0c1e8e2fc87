import { ActionIcon, TextInput } from '@mantine/core';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ANSWER_LENGTH } from '../../../preload/contract';
import { answer } from '../preview-actions';
import { usePreview } from '../preview-store';
import classes from './Prompts.module.css';
import type { PromptProps } from './prompt-props';
import { TermsCheckbox } from './TermsCheckbox';

/** What is typed goes to the module as it is: the flow answers a wrong address, as it will later. */
export function TextPrompt({ prompt }: PromptProps<'text'>) {
  const { t } = useTranslation('preview');
  const isBusy = usePreview((state) => state.isBusy);
  const [text, setText] = useState('');
  const [looksWrong, setLooksWrong] = useState(false);
  const [acceptedTerms, setAcceptedTerms] = useState(false);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    void answer({ kind: 'text', text, acceptedTerms }, text.trim());
  };

  return (
    <form className={classes.form} onSubmit={send} noValidate>
      {prompt.terms !== undefined && (
        <TermsCheckbox terms={prompt.terms} checked={acceptedTerms} onChange={setAcceptedTerms} />
      )}
      <TextInput
        type={prompt.format}
        size="md"
        radius="xl"
        value={text}
        maxLength={MAX_ANSWER_LENGTH}
        placeholder={prompt.placeholder || t('prompt.emailPlaceholder')}
        aria-label={t('prompt.email')}
        autoComplete="off"
        inputWrapperOrder={['input', 'description']}
        description={looksWrong ? t('prompt.emailHint') : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (event.currentTarget.validity.valid) setLooksWrong(false);
        }}
        onBlur={(event) => setLooksWrong(!event.currentTarget.validity.valid)}
        rightSectionWidth={46}
        rightSection={
          <ActionIcon
            type="submit"
            variant="filled"
            color="petrol"
            radius="xl"
            size={32}
            disabled={isBusy || !text.trim()}
            aria-label={t('prompt.send')}
          >
            <SendHorizontal size={16} aria-hidden />
          </ActionIcon>
        }
      />
    </form>
  );
}
