import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer } from '../preview-actions';
import { usePreview } from '../preview-store';
import classes from './Prompts.module.css';
import type { PromptProps } from './prompt-props';

export function ChoicePrompt({ prompt }: PromptProps<'choice'>) {
  const { t } = useTranslation('preview');
  const isBusy = usePreview((state) => state.isBusy);
  return (
    <fieldset className={classes.replies} aria-label={t('prompt.choice')}>
      {prompt.options.map(({ id, label }) => (
        <Button
          key={id}
          variant="outline"
          radius="xl"
          size="sm"
          className={classes.reply}
          disabled={isBusy}
          onClick={() => void answer({ kind: 'choice', option: id }, label)}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
