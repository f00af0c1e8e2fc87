import { Textarea, type TextareaProps } from '@mantine/core';
import classes from './GrowingTextarea.module.css';

interface Props extends TextareaProps {
  minRows: number;
  maxRows: number;
}

/** As high as its text, within limits. */
export function GrowingTextarea({ minRows, maxRows, ...props }: Props) {
  return (
    <Textarea
      {...props}
      classNames={{ input: classes.input ?? '' }}
      __vars={{ '--min-rows': String(minRows), '--max-rows': String(maxRows) }}
    />
  );
}
