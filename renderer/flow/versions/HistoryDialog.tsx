import { Center, Loader, SegmentedControl, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../app/errors';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { ChangeList } from './ChangeList';
import { DiffCanvas } from './DiffCanvas';
import { diffGraphs } from './diff-graphs';
import classes from './HistoryDialog.module.css';
import {
  type Comparison,
  compareWith,
  forgetHistory,
  loadHistory,
  useHistory,
} from './history-store';
import { VersionActions } from './VersionActions';
import { VersionList } from './VersionList';

interface Props {
  /** What the newest version is compared with at first. */
  comparison: Comparison;
  onClose: () => void;
}

/** All versions, and what is different between one of them and the draft, or the version before. */
export function HistoryDialog({ comparison, onClose }: Props) {
  const { t } = useTranslation(['flow', 'app']);
  const versions = useHistory((state) => state.versions);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    loadHistory(comparison).catch(setError);
    return forgetHistory;
  }, [comparison]);

  return (
    <Dialog
      fullScreen
      radius={0}
      onClose={onClose}
      title={t('flow:versions.title')}
      classNames={{ body: classes.body ?? '' }}
    >
      {error !== null && (
        <ErrorState
          title={t('flow:versions.loadFailed')}
          error={error}
          onRetry={() => {
            setError(null);
            loadHistory().catch(setError);
          }}
        />
      )}
      {error === null && versions === null && (
        <Center h={320}>
          <Loader aria-label={t('app:loading')} />
        </Center>
      )}
      {error === null && versions?.length === 0 && (
        <Text c="dimmed" py="xl" ta="center">
          {t('flow:versions.none')}
        </Text>
      )}
      {error === null && versions !== null && versions.length > 0 && (
        <div className={classes.columns}>
          <VersionList versions={versions} />
          <Chosen onClose={onClose} />
        </div>
      )}
    </Dialog>
  );
}

function Chosen({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const chosen = useHistory((state) => state.chosen);
  const comparison = useHistory((state) => state.comparison);
  const other = useHistory((state) => state.other);
  const diff = useMemo(() => {
    if (!chosen || !other) return null;
    // What changed over time, oldest to newest: up to the version, or from it to the draft.
    return comparison === 'draft'
      ? diffGraphs(chosen.graph, other)
      : diffGraphs(other, chosen.graph);
  }, [chosen, other, comparison]);
  if (!chosen || !diff) return null;
  return (
    <section className={classes.chosen} aria-label={t('versions.difference')}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          value={comparison}
          aria-label={t('versions.compare')}
          data={[
            { value: 'draft', label: t('versions.toDraft') },
            { value: 'before', label: t('versions.fromBefore') },
          ]}
          onChange={(value) => void compareWith(value as Comparison).catch(showError)}
        />
        <VersionActions version={chosen} onRestored={onClose} />
      </div>
      {diff.isSame && <Text size="sm">{t('versions.same')}</Text>}
      <div className={classes.difference}>
        <ChangeList diff={diff} />
        <DiffCanvas key={`${chosen.id} ${comparison}`} diff={diff} />
      </div>
    </section>
  );
}
