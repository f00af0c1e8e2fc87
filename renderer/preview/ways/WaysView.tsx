import { Alert, Button, Progress, Stack, Text } from '@mantine/core';
import { Route } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useErrorMessage } from '../../app/errors';
import { useBuilder } from '../../flow/builder-store';
import { useCoverage, useHoldingCoverage } from '../../flow/coverage/coverage-store';
import { cancelWays, tryAllWays } from './explore-actions';
import classes from './Ways.module.css';
import { WaysFound } from './WaysFound';

/** All ways through the draft, tried in seconds. */
export function WaysView() {
  const { t } = useTranslation('preview');
  const message = useErrorMessage();
  const experienceId = useBuilder((state) => state.experience?.id);
  const run = useCoverage((state) => state.run);
  const failure = useCoverage((state) => state.failure);
  const found = useCoverage((state) => state.coverage);
  const isOurs = found?.experienceId === experienceId;
  const holds = useHoldingCoverage() !== null;
  return (
    <section className={classes.view} aria-label={t('ways.title')}>
      <Stack gap="xs">
        <Text size="sm">{t('ways.text')}</Text>
        {run ? (
          <Running run={run} />
        ) : (
          <Button
            size="xs"
            className={classes.start}
            leftSection={<Route size={15} aria-hidden />}
            onClick={() => void tryAllWays()}
          >
            {t(found && isOurs ? 'ways.again' : 'ways.start')}
          </Button>
        )}
        {failure && (
          <Alert color="red" role="alert">
            {message(failure.error)}
          </Alert>
        )}
        {found && isOurs && !holds && <Alert color="orange">{t('ways.changed')}</Alert>}
      </Stack>
      {found && isOurs && <WaysFound coverage={found} />}
    </section>
  );
}

function Running({ run }: { run: { turns: number; of: number; branches: number } }) {
  const { t } = useTranslation(['preview', 'app']);
  return (
    <div className={classes.running} role="status">
      <Progress value={(run.turns / run.of) * 100} aria-label={t('preview:ways.running')} />
      <span>{t('preview:ways.progress', { turns: run.turns, count: run.branches })}</span>
      <Button size="compact-xs" variant="default" onClick={cancelWays}>
        {t('app:cancel')}
      </Button>
    </div>
  );
}
