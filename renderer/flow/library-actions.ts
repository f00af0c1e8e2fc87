import type { ExperienceSummary, ImportPreview } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import { deleteLater } from '../app/going';
import { currentLanguage, i18n } from '../app/i18n';
import { notify } from '../app/notify';
import {
  flushDraft,
  forgetExperience,
  openExperience,
  refreshExperiences,
  show,
} from './builder-actions';
import { useBuilder } from './builder-store';
import { tidy } from './draft-actions';

export function openLibrary(): void {
  void flushDraft();
  useBuilder.setState({ showsLibrary: true });
}

export async function openFromLibrary(id: string): Promise<void> {
  if (await openExperience(id)) useBuilder.setState({ showsLibrary: false });
}

export async function duplicateExperience(id: string, name: string): Promise<void> {
  if (!(await flushDraft())) return;
  await call('experiences.duplicate', { id, name });
  await refreshExperiences();
}

export async function setArchived(id: string, archived: boolean): Promise<void> {
  await call('experiences.setArchived', { id, archived });
  await refreshExperiences();
  const { experience, experiences } = useBuilder.getState();
  if (experience?.id === id) {
    useBuilder.setState({
      published: experiences.find((each) => each.id === id)?.published ?? null,
    });
  }
}

/** Its rows stay until they expire, so that it can be undone. */
export async function deleteExperience({
  id,
  name,
}: Pick<ExperienceSummary, 'id' | 'name'>): Promise<void> {
  if (useBuilder.getState().experience?.id === id) await flushDraft();
  await deleteLater(
    { channel: 'experiences.delete', input: { id } },
    { name, onEnd: () => void refreshExperiences().catch(showError) },
  );
  forgetExperience(id);
}

/** @param confirmedRows as many rows as go with it, at once and for good. */
export async function deleteWithRows(id: string, confirmedRows: number): Promise<void> {
  if (useBuilder.getState().experience?.id === id) await flushDraft();
  const { deleted, held } = await call('experiences.deleteWithRows', { id, confirmedRows });
  const rows = i18n.t('flow:library.deletedWithRows', { count: deleted });
  notify(held > 0 ? `${rows} ${i18n.t('flow:library.heldRows', { count: held })}` : rows);
  forgetExperience(id);
  await refreshExperiences();
}

export async function exportExperience(id: string, versionId?: string): Promise<void> {
  if (!(await flushDraft())) return;
  const request = versionId === undefined ? { id } : { id, versionId };
  const saved = await call('experiences.export', request);
  if (saved.outcome === 'saved') {
    notify(i18n.t('flow:library.exported', { fileName: saved.fileName }));
  }
}

/** Null when the dialog was dismissed. */
export function chooseImport(): Promise<ImportPreview | null> {
  return call('experiences.chooseImport', { language: currentLanguage() });
}

/** More are tidied up when somebody asks for it: it takes its time. */
const MAX_TIDIED = 500;

/** Modules that were blocks of Typebot have never stood on this canvas. */
export async function importExperience(preview: ImportPreview, name: string): Promise<void> {
  if (!(await flushDraft())) return;
  const made = await call('experiences.import', { ticket: preview.ticket, name });
  show(made);
  if (preview.typebot && made.draft.modules.length <= MAX_TIDIED) tidy(currentLanguage());
  useBuilder.setState({ showsLibrary: false });
  await refreshExperiences();
}
