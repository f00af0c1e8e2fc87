import type { ReactNode } from 'react';
import classes from './Facts.module.css';

interface Fact {
  label: string;
  value: ReactNode;
  /** Paths and hashes: monospaced, broken anywhere. */
  isCode?: boolean;
}

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value, isCode }) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd className={isCode ? classes.code : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
