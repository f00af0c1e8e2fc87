import { Checkbox } from '@mantine/core';
import classes from './Prompts.module.css';

interface Props {
  terms: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function TermsCheckbox({ terms, checked, onChange }: Props) {
  return (
    <Checkbox
      label={terms}
      className={classes.terms}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
