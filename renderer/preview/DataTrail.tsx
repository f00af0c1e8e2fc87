import { Anchor, Text, Tooltip } from '@mantine/core';
import { CircleCheck, CircleSlash, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrailEntry } from '../../preload/contract';
import { useNavigation } from '../app/navigation';
import { useMay } from '../app/use-may';
import { useDataStore } from '../data/data-store';
import { cellWord, columnLabel } from '../data/labels';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { calledIn } from '../flow/modules/catalogue';
import { useLanguage } from '../flow/use-language';
import { formatExactInstant } from '../ui/format';
import classes from './DataTrail.module.css';
import { fromNow } from './from-now';
import { usePreview } from './preview-store';
import { IS_PREVIEW_WINDOW } from './window/undocked';

/** Each row that the conversation wrote, or why it was not written. */
export function DataTrail() {
  const { t } = useTranslation('preview');
  const trail = usePreview((state) => state.trail);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    if (trail.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [trail]);

  return (
    <>
      {trail.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('trail.empty')}
        </Text>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list has to scroll by keyboard
        <ol ref={list} className={classes.list} tabIndex={0} aria-label={t('trail.title')}>
          {trail.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
            <TrailItem key={index} entry={entry} />
          ))}
        </ol>
      )}
    </>
  );
}

function TrailItem({ entry }: { entry: TrailEntry }) {
  const { t } = useTranslation(['preview', 'app']);
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const module = useDraft(({ graph }) => graph.modules.find(({ id }) => id === entry.moduleId));
  const Icon = entry.stored === true ? CircleCheck : entry.stored ? Undo2 : CircleSlash;
  return (
    <li className={classes.entry} data-stored={entry.stored}>
      <Icon size={15} className={classes.icon} aria-hidden />
      <span>
        <TableLink table={entry.table} />
        {module && (
          <span className={classes.module}> · {calledIn(catalogue, module, language)}</span>
        )}
        {entry.stored && <Values values={entry.values} />}
        <br />
        {entry.stored === true ? (
          <Expiry at={entry.expiresAt} />
        ) : (
          <span className={classes.detail}>{t(`preview:trail.${entry.reason}`)}</span>
        )}
      </span>
    </li>
  );
}

/** Leads to the table, for whoever may see it. */
function TableLink({ table }: Pick<TrailEntry, 'table'>) {
  const { t } = useTranslation('app');
  const mayLook = useMay('data.page');
  const name = t(`tables.${table}`);
  // The window of the preview has no other screens.
  if (!mayLook || IS_PREVIEW_WINDOW) return <span className={classes.table}>{name}</span>;
  const open = () => {
    useNavigation.getState().goTo('data');
    void useDataStore.getState().select(table);
  };
  return (
    <Anchor component="button" type="button" inherit className={classes.table} onClick={open}>
      {name}
    </Anchor>
  );
}

function Values({ values }: { values: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('data');
  const shown = Object.entries(values).map(
    ([column, value]) => `${columnLabel(column, t)}: ${cellWord(column, value, t)}`,
  );
  if (shown.length === 0) return null;
  return (
    <>
      <br />
      <span className={classes.values}>{shown.join(' · ')}</span>
    </>
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
