import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Keys.module.css';

/**
 * A shortcut, each key in a chip of its own: those that are pressed together are joined by a plus,
 * those of which one is pressed stand side by side.
 *
 * @param keys such as `Ctrl+Shift+Z` or `Alt + ← ↑ ↓ →`
 */
export function Keys({ keys }: { keys: string }) {
  const { t } = useTranslation('app');
  return (
    <span className={classes.keys}>
      {togetherOf(keys).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <span className={classes.plus}>+</span>}
          {part.split(' ').map((key) => (
            <Kbd key={key}>{isNamed(key) ? t(`keys.${key}`) : key}</Kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

/** Keys that are called otherwise in other languages. */
const NAMED = ['Ctrl', 'Shift', 'Enter', 'Space', 'Delete'] as const;

function isNamed(key: string): key is (typeof NAMED)[number] {
  return NAMED.some((name) => name === key);
}

/** A plus that stands before nothing is the key itself. */
function togetherOf(keys: string): string[] {
  return keys.split(/(?<=\S) ?\+ ?(?=\S)/);
}
