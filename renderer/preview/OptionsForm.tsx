import {
  Button,
  Divider,
  Input,
  NativeSelect,
  SegmentedControl,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../flow/builder-store';
import { useDraft } from '../flow/draft-store';
import { nameOf } from '../flow/modules/catalogue';
import { useLanguage } from '../flow/use-language';
import { type PreviewOptions, setOptions, usePreview } from './preview-store';

export function OptionsForm({ onDelete }: { onDelete: () => void }) {
  const { t } = useTranslation('preview');
  const options = usePreview((state) => state.options);
  return (
    <Stack gap="sm">
      <StartModule at={options.at} />
      <TextInput
        type="datetime-local"
        label={t('options.time')}
        description={t('options.timeHint')}
        value={options.pretendedTime ?? ''}
        onChange={({ currentTarget: { value } }) => setOptions({ pretendedTime: value || null })}
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
      <Segments
        label={t('options.width')}
        value={options.width}
        values={['phone', 'desktop']}
        onChange={(width) => setOptions({ width })}
      />
      <Segments
        label={t('options.colorScheme')}
        value={options.colorScheme}
        values={['app', 'light', 'dark']}
        onChange={(colorScheme) => setOptions({ colorScheme })}
      />
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
  const data = modules.map(({ id, type }) => {
    const name = nameOf(catalogue, type, language);
    const number = (sameName.get(name) ?? 0) + 1;
    sameName.set(name, number);
    return { value: id, label: number === 1 ? name : `${name} (${number})` };
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

type Value = PreviewOptions['width' | 'colorScheme'];

interface SegmentsProps<V extends Value> {
  label: string;
  value: V;
  values: readonly V[];
  onChange(value: V): void;
}

function Segments<V extends Value>({ label, value, values, onChange }: SegmentsProps<V>) {
  const { t } = useTranslation('preview');
  const word = (named: Value): string => t(`options.values.${named}`);
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        data={values.map((named) => ({ value: named, label: word(named) }))}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}
