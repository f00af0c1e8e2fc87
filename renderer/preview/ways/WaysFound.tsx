import { Button, Text, UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../../flow/builder-store';
import { type Coverage, forgetCoverage, reachedBy } from '../../flow/coverage/coverage-store';
import { useLanguage } from '../../flow/use-language';
import { showInFlow } from '../window/undocked';
import { branchesInWords, type MissedBranch, missedBranches, namesOf } from './missed-branches';
import { WayItem } from './WayItem';
import classes from './Ways.module.css';

/** What was reached, what never, and each way to play it. */
export function WaysFound({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const { graph, exploration } = coverage;
  const words = useMemo(
    () => branchesInWords(graph, catalogue, language),
    [graph, catalogue, language],
  );
  const names = useMemo(() => namesOf(graph, catalogue, language), [graph, catalogue, language]);
  const missed = useMemo(() => missedBranches(coverage, words), [coverage, words]);
  const modules = graph.modules.length;
  const reached = graph.modules.filter(({ id }) => coverage.modules.has(id)).length;
  const conditional = [...coverage.branches.values()].filter(
    (needs) => reachedBy(needs) === 'conditional',
  ).length;
  return (
    <>
      <div className={classes.sum} role="status">
        <Text size="sm" fw={600}>
          {t('ways.modules', { reached, count: modules })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('ways.branches', { count: exploration.branches.length })}
          {conditional > 0 && ` ${t('ways.conditional', { count: conditional })}`}
        </Text>
        {!exploration.isComplete && (
          <Text size="xs" c="dimmed">
            {t('ways.budget')}
          </Text>
        )}
        <Button size="compact-xs" variant="default" onClick={forgetCoverage}>
          {t('ways.forget')}
        </Button>
      </div>
      <Missed missed={missed} isComplete={exploration.isComplete} />
      <h3 className={classes.heading}>{t('ways.list', { count: exploration.paths.length })}</h3>
      <ul className={classes.list} aria-label={t('ways.list', { count: exploration.paths.length })}>
        {exploration.paths.map((path, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place in this list
          <WayItem key={index} number={index + 1} path={path} words={words} names={names} />
        ))}
      </ul>
    </>
  );
}

function Missed({ missed, isComplete }: { missed: readonly MissedBranch[]; isComplete: boolean }) {
  const { t } = useTranslation('preview');
  if (missed.length === 0) {
    return (
      <Text size="xs" className={classes.all}>
        {t('ways.all')}
      </Text>
    );
  }
  return (
    <>
      <h3 className={classes.heading}>{t('ways.missed', { count: missed.length })}</h3>
      <ul className={classes.list} aria-label={t('ways.missed', { count: missed.length })}>
        {missed.map(({ moduleId, branch, module, label, why }) => (
          <li key={`${moduleId}:${branch}`}>
            <UnstyledButton className={classes.missed} onClick={() => showInFlow(moduleId)}>
              <span>
                {module} → {label}
              </span>
              <span className={classes.why}>
                {t(isComplete ? `ways.why.${why}` : 'ways.why.budget')}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}
