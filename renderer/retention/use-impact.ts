import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { RetentionRule, RuleImpact } from '../../preload/contract';
import { call } from '../app/client';

const TYPING_MS = 250;

interface Answer {
  key: string;
  impact: RuleImpact | null;
  error: unknown;
}

/** What the rule would do to stored rows; null while that is being counted, or there is no rule. */
export function useImpact(rule: RetentionRule | null): Omit<Answer, 'key'> & { recount(): void } {
  const [attempt, setAttempt] = useState(0);
  const key = rule ? JSON.stringify([rule, attempt]) : '';
  const [asked] = useDebouncedValue(key, TYPING_MS);
  const [answer, setAnswer] = useState<Answer>({ key: '', impact: null, error: null });

  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    const [wanted] = JSON.parse(asked) as [RetentionRule];
    call('retention.impact', wanted).then(
      (impact) => isCurrent && setAnswer({ key: asked, impact, error: null }),
      (error: unknown) => isCurrent && setAnswer({ key: asked, impact: null, error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);

  const isAnswered = answer.key === key;
  return {
    impact: isAnswered ? answer.impact : null,
    error: isAnswered ? answer.error : null,
    recount: () => setAttempt((last) => last + 1),
  };
}
