import { Button, Text } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useId } from 'react';
import { openLink } from '../preview-actions';
import { usePreview } from '../preview-store';
import classes from './Prompts.module.css';
import type { PromptProps } from './prompt-props';

/** The whole address is shown before it is opened. */
export function LinkPrompt({ prompt }: PromptProps<'link'>) {
  const isBusy = usePreview((state) => state.isBusy);
  const addressId = useId();
  return (
    <div className={classes.form}>
      <Button
        radius="xl"
        fullWidth
        disabled={isBusy}
        aria-describedby={addressId}
        rightSection={<ExternalLink size={15} aria-hidden />}
        onClick={() => void openLink(prompt.label)}
      >
        {prompt.label}
      </Button>
      <Text id={addressId} size="xs" c="dimmed" className={classes.address}>
        {prompt.url}
      </Text>
    </div>
  );
}
