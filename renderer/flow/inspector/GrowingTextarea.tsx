import { Textarea, type TextareaProps } from '@mantine/core';
import { CharactersLeft } from '../../ui/CharactersLeft';
import classes from './GrowingTextarea.module.css';

interface Props extends TextareaProps {
  minRows: number;
  maxRows: number;
}

/** As high as its text, within limits; it says when there is little room left. */
export function GrowingTextarea({ minRows, maxRows, ...props }: Props) {
  return (
    <div>
      <Textarea
        {...props}
        classNames={{ input: classes.input ?? '' }}
        __vars={{ '--min-rows': String(minRows), '--max-rows': String(maxRows) }}
      />
      <CharactersLeft used={String(props.value ?? '').length} max={props.maxLength} />
    </div>
  );
}
