import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { DrawPlan, Exclusion } from '../../preload/contract';
import { call } from '../app/client';

const TYPING_MS = 250;

type Asked = Pick<DrawPlan, 'giveawayId' | 'includesPreview' | 'excluded'>;

/** What main understands of a pasted list; null while it reads, or without a list or a giveaway. */
export function useExclusions({ giveawayId, includesPreview, excluded }: Asked) {
  const isAsked = giveawayId !== '' && excluded.trim() !== '';
  const key = isAsked ? JSON.stringify({ giveawayId, includesPreview, excluded }) : '';
  const [asked] = useDebouncedValue(key, TYPING_MS);
  const [answer, setAnswer] = useState<{ key: string; entries: Exclusion[] | null }>();

  useEffect(() => {
    if (asked === '') return;
    let isCurrent = true;
    // Who prepares the draw is told what is wrong.
    call('draws.readExclusions', JSON.parse(asked) as Asked).then(
      (entries) => isCurrent && setAnswer({ key: asked, entries }),
      () => isCurrent && setAnswer({ key: asked, entries: null }),
    );
    return () => {
      isCurrent = false;
    };
  }, [asked]);

  return answer?.key === key ? answer.entries : null;
}
