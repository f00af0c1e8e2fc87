import { Button, Text, Title } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useKept } from '../app/place';
import { useMay } from '../app/use-may';
import classes from './AnswersPanel.module.css';
import { answerWords } from './answer-words';
import type { TableAnswer } from './answers';
import { isNamed } from './find-answers';
import { KINDS_IN } from './kinds';
import { TableRules } from './TableRules';
import { useModuleName } from './use-module-name';

interface Props {
  answer: TableAnswer;
  /** What was searched for, which is set off. */
  typed: string;
}

/** One table: what lies in it, how long, why, how much of it there is, and the rules on demand. */
export function AnswerItem({ answer, typed }: Props) {
  const { t } = useTranslation(['retention', 'app']);
  const mayEdit = useMay('retention.setRule');
  const [isOpen, setOpen] = useKept(`retention.rules.${answer.table}`, z.boolean(), false);
  const id = useId();
  const words = answerWords(answer, t, useModuleName());
  const name = t(`app:tables.${answer.table}`);
  const label = t(mayEdit ? 'answers.rules' : 'answers.showRules');
  return (
    <li className={classes.item} aria-labelledby={id}>
      <div className={classes.line}>
        <div>
          <Title order={2} id={id}>
            {name}
          </Title>
          <Kinds answer={answer} typed={typed} />
        </div>
        <div>
          <p className={classes.kept}>{words.kept}</p>
          {words.why && <p className={classes.why}>{words.why}</p>}
          {words.spans.length > 0 && (
            <ul className={classes.spans}>
              {words.spans.map((span) => (
                <li key={span}>{span}</li>
              ))}
            </ul>
          )}
          {words.off.map((sentence) => (
            <p key={sentence} className={classes.why}>
              {sentence}
            </p>
          ))}
        </div>
        <div>
          <p className={classes.entries}>{words.entries}</p>
          {words.notes.map((note) => (
            <p key={note} className={classes.why}>
              {note}
            </p>
          ))}
        </div>
        <Button
          size="compact-sm"
          variant="default"
          className={classes.change}
          aria-label={`${label}: ${name}`}
          aria-expanded={isOpen}
          aria-controls={`${id}-rules`}
          rightSection={
            <ChevronDown size={14} aria-hidden className={classes.chevron} data-open={isOpen} />
          }
          onClick={() => setOpen(!isOpen)}
        >
          {label}
        </Button>
      </div>
      <div id={`${id}-rules`} className={isOpen ? classes.rules : undefined}>
        {isOpen && <TableRules table={answer.table} spans={answer.spans} />}
      </div>
    </li>
  );
}

function Kinds({ answer, typed }: Props) {
  const { t } = useTranslation('retention');
  const isAsked = typed.trim() !== '';
  return (
    <Text size="sm" c="dimmed" component="p" m={0}>
      {KINDS_IN[answer.table].map((kind, index) => {
        const name = t(`answers.kinds.${kind}`);
        return (
          <span key={kind}>
            {index > 0 && ', '}
            {isAsked && isNamed(name, typed) ? <mark className={classes.mark}>{name}</mark> : name}
          </span>
        );
      })}
    </Text>
  );
}
