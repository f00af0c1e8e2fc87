import { ActionIcon, Combobox, useCombobox } from '@mantine/core';
import { Braces } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceWords } from './ChoiceWords';
import { type Choice, matching, useChoices } from './variable-choices';

interface Props {
  moduleId: string;
  onPick(source: string): void;
}

/** A button that lists what can be put into a text. */
export function VariablePicker({ moduleId, onPick }: Props) {
  const { t } = useTranslation('flow');
  const { choices, load } = useChoices(moduleId);
  const [query, setQuery] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      load();
      setQuery('');
      combobox.focusSearchInput();
    },
    onDropdownClose: () => combobox.resetSelectedOption(),
  });
  const shown = matching(choices, query);
  return (
    <Combobox
      store={combobox}
      width={280}
      position="bottom-end"
      shadow="md"
      onOptionSubmit={(source) => {
        combobox.closeDropdown();
        onPick(source);
      }}
    >
      <Combobox.Target targetType="button">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('rich.insertVariable')}
          title={t('rich.insertVariable')}
          onClick={() => combobox.toggleDropdown()}
        >
          <Braces size={15} aria-hidden />
        </ActionIcon>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={query}
          role="combobox"
          aria-expanded={combobox.dropdownOpened}
          aria-label={t('rich.search')}
          placeholder={t('rich.search')}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.stopPropagation();
          }}
        />
        <Combobox.Options
          mah={260}
          style={{ overflowY: 'auto' }}
          aria-label={t('rich.insertVariable')}
        >
          <Group label={t('rich.variables')} choices={shown.filter((each) => !each.isExample)} />
          <Group label={t('rich.expressions')} choices={shown.filter((each) => each.isExample)} />
          {shown.length === 0 && <Combobox.Empty>{t('rich.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Group({ label, choices }: { label: string; choices: readonly Choice[] }) {
  if (choices.length === 0) return null;
  return (
    <Combobox.Group label={label}>
      {choices.map((choice) => (
        <Combobox.Option key={choice.source} value={choice.source}>
          <ChoiceWords choice={choice} />
        </Combobox.Option>
      ))}
    </Combobox.Group>
  );
}
