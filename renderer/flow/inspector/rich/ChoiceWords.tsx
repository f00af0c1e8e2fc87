import classes from './RichText.module.css';
import type { Choice } from './variable-choices';

export function ChoiceWords({ choice: { source, about } }: { choice: Choice }) {
  return (
    <span className={classes.choice}>
      <span className={classes.choiceName}>{source}</span>
      <span className={classes.choiceAbout}>{about}</span>
    </span>
  );
}
