import { MarkedText } from '../MarkedText';
import classes from './Prompts.module.css';

interface Props {
  text: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Words to agree to; long ones scroll. */
export function TickBox({ text, checked, onChange }: Props) {
  return (
    <label className={classes.terms}>
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <MarkedText text={text} />
      </span>
    </label>
  );
}
