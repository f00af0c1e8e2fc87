import { Button, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Download, Upload } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ChatLanguages,
  type ExperienceText,
  languageName,
  TRANSLATION_FORMATS,
  TRANSLATION_STATES,
  type TranslationReport,
  type TranslationState,
} from '../../../preload/contract';
import { showError } from '../../app/errors';
import { useDraft } from '../draft-store';
import { useLanguage } from '../use-language';
import classes from './LanguagesView.module.css';
import { chooseTranslations, dropOrphans, exportTranslations } from './language-actions';
import { ReportDialog } from './ReportDialog';
import { TextRow } from './TextRow';
import type { TranslatedText } from './use-translations';

interface Props {
  language: string;
  languages: ChatLanguages;
  texts: readonly TranslatedText[];
}

type Filter = TranslationState | 'all';

/** Each text with its translation into one language. */
export function LanguageTable({ language, languages, texts: all }: Props) {
  const { t } = useTranslation('flow');
  const inLanguage = useLanguage();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  // It stays where it is while somebody writes there, whatever becomes of its state.
  const [inHand, setInHand] = useState('');
  const rows = useMemo(
    () => all.filter((row) => row.place === inHand || isFound(row, search, filter)),
    [all, search, filter, inHand],
  );
  const count = (state: Filter): number =>
    state === 'all' ? all.length : all.filter((row) => row.state === state).length;
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          aria-label={t('languages.find')}
          placeholder={t('languages.find')}
          value={search}
          onChange={({ currentTarget }) => {
            setSearch(currentTarget.value);
            setInHand('');
          }}
        />
        <NativeSelect
          size="xs"
          aria-label={t('languages.filter')}
          value={filter}
          data={(['all', ...TRANSLATION_STATES] as const).map((state) => ({
            value: state,
            label: t(`languages.filters.${state}`, { number: count(state) }),
          }))}
          onChange={({ currentTarget }) => {
            setFilter(currentTarget.value as Filter);
            setInHand('');
          }}
        />
        <FileTools language={language} />
      </div>
      <Orphans language={language} texts={all} />
      <div className={`${classes.row} ${classes.header}`} aria-hidden>
        <span>{t('languages.columns.where')}</span>
        <span>{languageName(languages.main, inLanguage)}</span>
        <span>{languageName(language, inLanguage)}</span>
      </div>
      <Rows rows={rows} language={language} main={languages.main} onTake={setInHand} />
    </>
  );
}

function isFound(
  { text, translation, state }: TranslatedText,
  search: string,
  filter: Filter,
): boolean {
  const wanted = search.trim().toLowerCase();
  return (
    (filter === 'all' || state === filter) &&
    (wanted === '' ||
      text.toLowerCase().includes(wanted) ||
      (translation?.text.toLowerCase().includes(wanted) ?? false))
  );
}

interface RowsProps {
  rows: readonly TranslatedText[];
  language: string;
  main: string;
  /** Somebody goes into the row of that place. */
  onTake: (place: string) => void;
}

/** Only those in sight are there: an experience can have thousands. */
function Rows({ rows, language, main, onTake }: RowsProps) {
  const { t } = useTranslation('flow');
  const table = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => table.current,
    estimateSize: () => 96,
    getItemKey: (index) => rows[index]?.place ?? index,
    overscan: 6,
  });
  return (
    <div ref={table} className={classes.table}>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" p="md" role="status">
          {t('languages.nothing')}
        </Text>
      )}
      <ul
        className={classes.rows}
        aria-label={t('languages.table')}
        style={{ height: virtual.getTotalSize(), margin: 0, padding: 0, listStyle: 'none' }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                onFocus={() => onTake(row.place)}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <TextRow row={row} language={language} main={main} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function FileTools({ language }: { language: string }) {
  const { t } = useTranslation('flow');
  const [report, setReport] = useState<TranslationReport | null>(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />}>
            {t('languages.export.action')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {TRANSLATION_FORMATS.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => void exportTranslations(language, format).catch(showError)}
            >
              {t(`languages.export.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="default"
        leftSection={<Upload size={14} aria-hidden />}
        onClick={() => void chooseTranslations().then(setReport, showError)}
      >
        {t('languages.import.action')}
      </Button>
      {report && <ReportDialog report={report} onClose={() => setReport(null)} />}
    </>
  );
}

/** Translations of texts that were removed stay until somebody drops them: they may come back. */
function Orphans({ language, texts }: { language: string; texts: readonly ExperienceText[] }) {
  const { t } = useTranslation('flow');
  const known = useDraft(({ graph }) => graph.translations?.[language]);
  const places = useMemo(() => new Set(texts.map(({ place }) => place)), [texts]);
  const count = Object.keys(known ?? {}).filter((place) => !places.has(place)).length;
  if (count === 0) return null;
  return (
    <div className={classes.tools}>
      <Text size="xs" c="dimmed">
        {t('languages.orphans.text', { count })}
      </Text>
      <Button size="compact-xs" variant="subtle" onClick={() => dropOrphans(places)}>
        {t('languages.orphans.action')}
      </Button>
    </div>
  );
}
