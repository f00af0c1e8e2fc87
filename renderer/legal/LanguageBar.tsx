import { ActionIcon, Group, SegmentedControl, Select } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChatLanguage } from '../../preload/contract';
import { languageName } from '../../preload/contract';
import { currentLanguage } from '../app/i18n';
import { OFFERED_LANGUAGES } from './offered-languages';

interface Props {
  tags: readonly ChatLanguage[];
  shown: ChatLanguage | null;
  mayEdit: boolean;
  onShow(tag: ChatLanguage): void;
  onAdd(tag: ChatLanguage): void;
  onRemove(tag: ChatLanguage): void;
}

/** More are chosen from a list. */
const SIDE_BY_SIDE = 4;

/** In which language the text is shown, and which it has. */
export function LanguageBar({ tags, shown, mayEdit, onShow, onAdd, onRemove }: Props) {
  const { t } = useTranslation('legal');
  const data = tags.map((tag) => ({ value: tag, label: languageName(tag, currentLanguage()) }));
  const others = OFFERED_LANGUAGES.filter((tag) => !tags.includes(tag))
    .map((tag) => ({ value: tag, label: languageName(tag, currentLanguage()) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Group gap="xs">
      {tags.length > SIDE_BY_SIDE ? (
        <Select
          aria-label={t('editor.language')}
          allowDeselect={false}
          value={shown}
          data={data}
          onChange={(tag) => tag !== null && onShow(tag)}
        />
      ) : (
        tags.length > 0 && (
          <SegmentedControl
            aria-label={t('editor.language')}
            value={shown ?? ''}
            data={data}
            onChange={onShow}
          />
        )
      )}
      {mayEdit && shown !== null && tags.length > 1 && (
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('editor.removeLanguage', {
            language: languageName(shown, currentLanguage()),
          })}
          onClick={() => onRemove(shown)}
        >
          <X size={16} aria-hidden />
        </ActionIcon>
      )}
      {mayEdit && (
        <Select
          aria-label={t('editor.addLanguage')}
          placeholder={t('editor.addLabel')}
          searchable
          w={210}
          value={null}
          data={others}
          onChange={(tag) => tag !== null && onAdd(tag)}
        />
      )}
    </Group>
  );
}
