import { Button, Group, Paper, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { FileInput, Plus, Search, Workflow } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { ImportPreview, Output } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { useKept } from '../../app/place';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';
import { useBuilder } from '../builder-store';
import { NewExperienceDialog } from '../header/NewExperienceDialog';
import { chooseImport } from '../library-actions';
import { ExperienceRow } from './ExperienceRow';
import { ImportDialog } from './ImportDialog';

type Counts = Output<'experiences.problemCounts'>;
type Shown = 'active' | 'archived';

/** All experiences: find one, see its state, and do something with it as a whole. */
export function Library() {
  const { t } = useTranslation('flow');
  const experiences = useBuilder((state) => state.experiences);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<Shown>('active');
  const counts = useProblemCounts();
  const found = useMemo(() => {
    const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return experiences
      .filter(({ archivedAt }) => (archivedAt === null) === (shown === 'active'))
      .filter(({ name }) => words.every((word) => name.toLocaleLowerCase().includes(word)))
      .toSorted((a, b) => b.updatedAt - a.updatedAt);
  }, [experiences, search, shown]);

  return (
    <Page
      width="wide"
      title={t('experiences.title')}
      intro={t('library.intro')}
      actions={<LibraryButtons />}
    >
      <Group justify="space-between" gap="xs">
        <TextInput
          flex="0 1 360px"
          leftSection={<Search size={16} aria-hidden />}
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('library.shown')}
          value={shown}
          data={[
            { value: 'active', label: t('library.active') },
            { value: 'archived', label: t('library.archived') },
          ]}
          onChange={(value) => setShown(value as Shown)}
        />
      </Group>
      {found.length === 0 ? (
        <Nothing search={search} shown={shown} />
      ) : (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={780} type="native">
            <Table fz="sm" verticalSpacing="xs" aria-label={t('experiences.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('experiences.name')}</Table.Th>
                  <Table.Th scope="col">{t('library.modules')}</Table.Th>
                  <Table.Th scope="col">{t('library.problems')}</Table.Th>
                  <Table.Th scope="col">{t('library.state')}</Table.Th>
                  <Table.Th scope="col">{t('library.changed')}</Table.Th>
                  <Table.Th scope="col" aria-label={t('library.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map((experience) => (
                  <ExperienceRow
                    key={experience.id}
                    experience={experience}
                    problems={counts[experience.id]}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </Page>
  );
}

function useProblemCounts(): Counts {
  const experiences = useBuilder((state) => state.experiences);
  const [counts, setCounts] = useState<Counts>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again when the list changes
  useEffect(() => {
    let isCurrent = true;
    call('experiences.problemCounts')
      .then((counted) => isCurrent && setCounts(counted))
      .catch(showError);
    return () => {
      isCurrent = false;
    };
  }, [experiences]);
  return counts;
}

function LibraryButtons() {
  const { t } = useTranslation('flow');
  const [isNaming, setNaming] = useKept('library.naming', z.boolean(), false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  // Set by the palette, too.
  const [isImporting, setImporting] = useKept('library.importing', z.boolean(), false);
  const importFile = useCallback(async () => setPreview(await chooseImport()), []);
  useEffect(() => {
    if (!isImporting) return;
    setImporting(false);
    void importFile().catch(showError);
  }, [isImporting, setImporting, importFile]);
  return (
    <>
      <Button
        variant="default"
        leftSection={<FileInput size={16} aria-hidden />}
        onClick={() => void importFile().catch(showError)}
      >
        {t('library.import')}
      </Button>
      <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setNaming(true)}>
        {t('experiences.new')}
      </Button>
      {isNaming && <NewExperienceDialog onClose={() => setNaming(false)} />}
      {preview && (
        <ImportDialog key={preview.ticket} preview={preview} onClose={() => setPreview(null)} />
      )}
    </>
  );
}

function Nothing({ search, shown }: { search: string; shown: Shown }) {
  const { t } = useTranslation('flow');
  if (search) return <Text c="dimmed">{t('library.nothing', { search })}</Text>;
  if (shown === 'archived') return <Text c="dimmed">{t('library.noneArchived')}</Text>;
  return (
    <EmptyState icon={Workflow} title={t('experiences.noneTitle')}>
      {t('experiences.noneText')}
    </EmptyState>
  );
}
