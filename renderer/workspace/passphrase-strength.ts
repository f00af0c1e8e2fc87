import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import type { resources } from '../app/i18n';

export const REQUIRED_SCORE = 3;

type Texts = (typeof resources.en.workspace)['strength'];

export interface Strength {
  score: ZxcvbnResult['score'];
  warning: keyof Texts['warnings'] | null;
  suggestions: (keyof Texts['suggestions'])[];
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The word lists weigh about two megabytes: only the page that creates a workspace loads them. */
export function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]).then(
    ([core, common, en]) =>
      new core.ZxcvbnFactory({
        dictionary: { ...common.dictionary, ...en.dictionary },
        graphs: common.adjacencyGraphs,
      }),
  );
  return estimator;
}

/** `hints`: what must not be the passphrase, one a line; being text, it is equal when it says the same. */
export async function estimateStrength(passphrase: string, hints: string): Promise<Strength> {
  const zxcvbn = await loadEstimator();
  const { score, feedback } = zxcvbn.check(passphrase, [...hints.split('\n'), 'ChatVault']);
  return {
    score,
    // Without translations the library answers with its keys; ours are of the same names.
    warning: feedback.warning as Strength['warning'],
    suggestions: feedback.suggestions as Strength['suggestions'],
  };
}
