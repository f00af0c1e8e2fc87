import {
  Button,
  Divider,
  Input,
  NativeSelect,
  SegmentedControl,
  Stack,
  Switch,
} from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languageName } from '../../preload/contract';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { calledIn } from '../flow/modules/catalogue';
import { useLanguage } from '../flow/use-language';
import { DateInput } from '../ui/dates/DateInput';
import { type PreviewOptions, setOptions, usePreview } from './preview-store';

export function OptionsForm({ onDelete }: { onDelete: () => void }) {
  const { t } = useTranslation('preview');
  const options = usePreview((state) => state.options);
  return (
    <Stack gap="sm">
      <StartModule at={options.at} />
      <DateInput
        time="required"
        label={t('options.time')}
        description={t('options.timeHint')}
        value={options.pretendedTime ?? ''}
        onChange={(time) => setOptions({ pretendedTime: time.replace(' ', 'T') || null })}
      />
      <Switch
        label={t('options.returning')}
        description={t('options.returningHint')}
        checked={options.isReturning}
        onChange={({ currentTarget: { checked } }) => setOptions({ isReturning: checked })}
      />
      <Switch
        label={t('options.typingDelay')}
        checked={options.typingDelay}
        onChange={({ currentTarget: { checked } }) => setOptions({ typingDelay: checked })}
      />
      <SpokenLanguage language={options.language} />
      <ColorScheme value={options.colorScheme} />
      <Divider />
      <Button
        variant="subtle"
        color="red"
        size="xs"
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={onDelete}
      >
        {t('delete.action')}
      </Button>
    </Stack>
  );
}

function StartModule({ at }: { at: string | null }) {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const modules = useDraft(({ graph }) => graph.modules);
  const sameName = new Map<string, number>();
  const data = modules.map((module) => {
    const name = calledIn(catalogue, module, language);
    const number = (sameName.get(name) ?? 0) + 1;
    sameName.set(name, number);
    return { value: module.id, label: number === 1 ? name : `${name} (${number})` };
  });
  return (
    <NativeSelect
      label={t('options.at')}
      value={modules.some(({ id }) => id === at) ? (at ?? '') : ''}
      data={[{ value: '', label: t('options.atStart') }, ...data]}
      onChange={({ currentTarget: { value } }) => setOptions({ at: value || null })}
    />
  );
}

/** Of an experience that speaks more than one. */
function SpokenLanguage({ language }: { language: string | null }) {
  const { t, i18n } = useTranslation('preview');
  const languages = useDraft(({ graph }) => graph.settings?.languages);
  if (!languages || languages.others.length === 0) return null;
  const named = (tag: string) => languageName(tag, i18n.language);
  return (
    <NativeSelect
      label={t('options.language')}
      value={language ?? ''}
      data={[
        { value: '', label: t('options.mainLanguage', { language: named(languages.main) }) },
        ...languages.others.map((value) => ({ value, label: named(value) })),
      ]}
      onChange={({ currentTarget: { value } }) => setOptions({ language: value || null })}
    />
  );
}

const SCHEMES = ['app', 'light', 'dark'] as const;

function ColorScheme({ value }: { value: PreviewOptions['colorScheme'] }) {
  const { t } = useTranslation('preview');
  return (
    <Input.Wrapper label={t('options.colorScheme')} labelElement="div">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('options.colorScheme')}
        value={value}
        data={SCHEMES.map((scheme) => ({
          value: scheme,
          label: t(`options.values.${scheme}`),
        }))}
        onChange={(colorScheme) => setOptions({ colorScheme })}
      />
    </Input.Wrapper>
  );
}
