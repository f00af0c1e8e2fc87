import { Button, CloseButton, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatChannel, type TableView } from '../../preload/contract';
import { useCalled } from '../flow/modules/use-called';
import { DateFilter } from './DateFilter';
import { useDataStore, useLayout, useSearch } from './data-store';
import { channelLabel, columnLabel } from './labels';
import { isFiltered, withFilter } from './layout';
import { useMaskingStore } from './masking-store';

export function FilterBar({ table }: { table: TableView }) {
  const { t } = useTranslation('data');
  const layout = useLayout();
  const search = useSearch();
  const { setLayout, resetFilter, choices } = useDataStore();
  const { experienceId, moduleId, channel } = layout.filter;
  const change = (changes: Parameters<typeof withFilter>[1]) =>
    setLayout((before) => withFilter(before, changes));

  return (
    <Group gap="xs" role="group" aria-label={t('filter.label')} align="center">
      {table.columns.some((column) => column.searchable) && (
        <SearchInput key={table.name} table={table} />
      )}
      <Select
        aria-label={t('columns.experience_name')}
        placeholder={t('filter.anyExperience')}
        data={choices.experiences.map(({ id, name }) => ({ value: id, label: name }))}
        value={experienceId ?? null}
        onChange={(id) => change({ experienceId: id ?? undefined, moduleId: undefined })}
        searchable
        clearable
        w={180}
      />
      <Select
        aria-label={t('columns.module_type')}
        placeholder={t('filter.anyModule')}
        data={useModuleChoices()}
        value={moduleId ?? null}
        onChange={(id) => change({ moduleId: id ?? undefined })}
        searchable
        clearable
        w={180}
      />
      <Select
        aria-label={t('columns.channel')}
        placeholder={t('filter.anyChannel')}
        data={ChatChannel.options.map((value) => ({ value, label: channelLabel(value, t) }))}
        value={channel ?? null}
        onChange={(value) => change({ channel: ChatChannel.optional().parse(value ?? undefined) })}
        clearable
        w={140}
      />
      <DateFilter />
      {isFiltered(layout, search) && (
        <Button variant="subtle" onClick={resetFilter}>
          {t('filter.reset')}
        </Button>
      )}
    </Group>
  );
}

const TYPING_MS = 200;

function SearchInput({ table }: { table: TableView }) {
  const { t } = useTranslation('data');
  const search = useSearch();
  const setSearch = useDataStore((state) => state.setSearch);
  const [typed, setTyped] = useState(search);
  const searchSoon = useDebouncedCallback(setSearch, TYPING_MS);
  // A reset, or a saved view, empties it.
  useEffect(() => setTyped(search), [search]);
  const columns = table.columns
    .filter((column) => column.searchable)
    .map(({ name }) => columnLabel(name, t));
  const { isMasked, isOpen } = useMaskedSearch(table);
  // A part of an address would be refused with every letter.
  const hint =
    isMasked && !isOpen
      ? t('filter.searchAddress')
      : t('filter.searchIn', { columns: columns.join(', ') });
  const isSearchable = (text: string) => !isMasked || isOpen || text === '' || /\S@\S/.test(text);
  const clear = () => {
    setTyped('');
    setSearch('');
  };

  return (
    <>
      <TextInput
        type="search"
        aria-label={t('filter.search')}
        placeholder={hint}
        title={hint}
        styles={{ input: { textOverflow: 'ellipsis' } }}
        leftSection={<Search size={15} aria-hidden />}
        rightSection={
          typed !== '' && (
            <CloseButton size="sm" aria-label={t('filter.clearSearch')} onClick={clear} />
          )
        }
        maxLength={1_000}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          if (isSearchable(value)) searchSoon(value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') setSearch(typed);
          if (key === 'Escape') clear();
        }}
        flex="1 1 200px"
        maw={420}
      />
      {!isSearchable(typed) && typed !== search && (
        // Below all filters.
        <Text size="xs" c="dimmed" role="status" w="100%" style={{ order: 1 }}>
          {t('filter.searchWaits')}
        </Text>
      )}
    </>
  );
}

/** Whether values are masked, and whether a column that the search looks into is shown nevertheless. */
function useMaskedSearch(table: TableView): { isMasked: boolean; isOpen: boolean } {
  const masking = useMaskingStore((state) => state.masking);
  const searched = table.columns.filter((column) => column.searchable).map(({ name }) => name);
  return {
    isMasked: masking?.isMasked ?? false,
    isOpen: (masking?.revealed ?? []).some(
      (each) => each.table === table.name && searched.includes(each.column),
    ),
  };
}

/** Of the chosen experience, where there is one; two of a name are told apart by their number. */
function useModuleChoices() {
  const { choices, modules } = useDataStore();
  const called = useCalled(modules);
  const { experienceId } = useLayout().filter;
  const seen = new Map<string, number>();
  return choices.modules
    .filter((module) => experienceId === undefined || module.experienceId === experienceId)
    .map(({ id, type: moduleType, name: moduleName, experienceId: of }) => {
      const experience = choices.experiences.find((each) => each.id === of)?.name;
      const name = called({ moduleType, moduleName });
      const label = experience && experienceId === undefined ? `${name} (${experience})` : name;
      const number = (seen.get(label) ?? 0) + 1;
      seen.set(label, number);
      return { value: id, label: number > 1 ? `${label} ${number}` : label };
    });
}
