import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type {
  ChatLanguage,
  ChatLanguages,
  Translation,
  TranslationFormat,
  TranslationReport,
} from '../../../preload/contract';
import { languageName } from '../../../preload/contract';
import { call } from '../../app/client';
import { i18n } from '../../app/i18n';
import { notify } from '../../app/notify';
import { flushDraft } from '../builder-actions';
import { useBuilder } from '../builder-store';
import { useDraft } from '../draft-store';
import { setLanguages, translate, withoutOrphans } from '../graph/translate';

const { change } = useDraft.getState();

export function chooseLanguages(languages: ChatLanguages): void {
  change((graph) => setLanguages(graph, languages));
}

/** One undo step while somebody types on in one text. */
export function enterTranslation(
  language: ChatLanguage,
  place: string,
  translation: Translation,
): void {
  change(
    (graph) => translate(graph, language, { [place]: translation }),
    `translate ${language} ${place}`,
  );
}

/** All of a file in one undo step. */
export function applyReport({ language, texts }: TranslationReport): void {
  change((graph) => translate(graph, language, texts));
}

export function dropOrphans(places: ReadonlySet<string>): void {
  change((graph) => withoutOrphans(graph, places));
}

/** Asks, as its translations go with it. */
export function removeLanguage(languages: ChatLanguages, language: ChatLanguage): void {
  const { translations } = useDraft.getState().graph;
  const count = Object.keys(translations?.[language] ?? {}).length;
  const remove = (): void => {
    chooseLanguages({ ...languages, others: languages.others.filter((each) => each !== language) });
  };
  if (count === 0) {
    remove();
    return;
  }
  const name = languageName(language, i18n.language);
  modals.openConfirmModal({
    title: i18n.t('flow:languages.remove.title', { language: name }),
    children: <Text size="sm">{i18n.t('flow:languages.remove.text', { count })}</Text>,
    labels: {
      confirm: i18n.t('flow:languages.remove.action'),
      cancel: i18n.t('app:cancel'),
    },
    confirmProps: { color: 'red' },
    cancelProps: { 'data-autofocus': true },
    closeButtonProps: { 'aria-label': i18n.t('app:close') },
    onConfirm: remove,
  });
}

export async function exportTranslations(
  language: ChatLanguage,
  format: TranslationFormat,
): Promise<void> {
  const id = useBuilder.getState().experience?.id;
  if (id === undefined || !(await flushDraft())) return;
  const saved = await call('translations.export', { id, language, format });
  if (saved.outcome === 'saved') {
    notify(i18n.t('flow:library.exported', { fileName: saved.fileName }));
  }
}

/** Null when the dialog was dismissed. */
export async function chooseTranslations(): Promise<TranslationReport | null> {
  const id = useBuilder.getState().experience?.id;
  if (id === undefined || !(await flushDraft())) return null;
  return call('translations.chooseImport', { id });
}
