import { Text, Tooltip } from '@mantine/core';
import { CircleCheck, CircleSlash } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from '../../preload/contract';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { nameOf } from '../flow/modules/catalogue';
import { useLanguage } from '../flow/use-language';
import { formatExactInstant } from '../ui/format';
import classes from './DataTrail.module.css';
import { fromNow } from './from-now';
import { usePreview } from './preview-store';

/** Each row that the conversation wrote, or why it was not written. */
export function DataTrail() {
  const { t } = useTranslation('preview');
  const trail = usePreview((state) => state.trail);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (trail.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [trail]);

  return (
    <section className={classes.trail} aria-labelledby="trail-title">
      <h3 id="trail-title" className={classes.title}>
        {t('trail.title')}
        <span className={classes.count}>{trail.length > 0 && trail.length}</span>
      </h3>
      {trail.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('trail.empty')}
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list has to scroll by keyboard
        <ol ref={list} className={classes.list} tabIndex={0} aria-labelledby="trail-title">
          {trail.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
            <TrailItem key={index} entry={entry} />
          ))}
        </ol>
      )}
    </section>
  );
}

function TrailItem({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation(['preview', 'app']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const type = useDraft(({ graph }) => graph.modules.find(({ id }) => id === entry.moduleId)?.type);
  const Icon = entry.stored ? CircleCheck : CircleSlash;
  return (
    <li className={classes.entry} data-stored={entry.stored}>
      <Icon size={15} className={classes.icon} aria-hidden />
      <span>
        <span className={classes.table}>{t(`app:tables.${entry.table}`)}</span>
        {type !== undefined && (
          <span className={classes.module}> · {nameOf(catalogue, type, language)}</span>
        )}
        <br />
        {entry.stored ? (
          <Expiry at={entry.expiresAt} />
        ) : (
          <span className={classes.detail}>{t(`preview:trail.${entry.reason}`)}</span>
        )}
      </span>
    </li>
  );
}

function Expiry({ at }: { at: number }) {
  const { t } = useTranslation('preview');
  const when = fromNow(at - Date.now(), useLanguage());
  return (
    <Tooltip label={t('trail.exactly', { date: formatExactInstant(at) })}>
      <time className={classes.detail} dateTime={new Date(at).toISOString()}>
        {t('trail.expires', { when })}
      </time>
    </Tooltip>
  );
}
