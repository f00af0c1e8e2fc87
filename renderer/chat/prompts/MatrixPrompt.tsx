import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Matrix.module.css';
import prompts from './Prompts.module.css';
import { SendButton } from './SendButton';
import { type PromptProps, useAnswer, useEarlier } from './use-answer';

/** A grid where there is room for it; on a phone, each row with its columns below. */
export function MatrixPrompt({ prompt: { rows, columns } }: PromptProps<'matrix'>) {
  const { t } = useTranslation('chat');
  const { answer } = useAnswer();
  const name = useId();
  const earlier = useEarlier('matrix');
  const [cells, setCells] = useState<Readonly<Record<string, string>>>(earlier?.cells ?? {});
  const open = rows.filter(({ id }) => cells[id] === undefined).length;

  const send = (event: FormEvent) => {
    event.preventDefault();
    const shown = rows.map(
      (row) => `${row.label}: ${columns.find(({ id }) => id === cells[row.id])?.label ?? ''}`,
    );
    void answer({ kind: 'matrix', cells: { ...cells } }, shown.join('\n'));
  };

  return (
    <form className={prompts.form} onSubmit={send}>
      <div className={classes.frame}>
        <div className={classes.matrix}>
          <div className={classes.head} aria-hidden>
            <span className={classes.rowLabel} />
            {columns.map(({ id, label }) => (
              <span key={id}>{label}</span>
            ))}
          </div>
          {rows.map((row) => (
            <div key={row.id} className={classes.row} role="radiogroup" aria-label={row.label}>
              <span className={classes.rowLabel} aria-hidden>
                {row.label}
              </span>
              {columns.map((column) => (
                <label key={column.id} className={classes.cell}>
                  <input
                    type="radio"
                    name={`${name}-${row.id}`}
                    checked={cells[row.id] === column.id}
                    onChange={() => setCells({ ...cells, [row.id]: column.id })}
                  />
                  <span className={classes.cellLabel}>{column.label}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
      </div>
      <p className={prompts.hint} aria-live="polite">
        {open > 0 && t('prompt.rowsOpen', { count: open })}
      </p>
      <SendButton disabled={open > 0} />
    </form>
  );
}
