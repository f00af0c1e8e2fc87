import { NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CSV_PRESETS, EXPORT_FORMS, ExportForm } from '../../preload/contract';
import type { Choices } from './choices';

interface Props {
  choices: Choices;
  /** A row is a winner then. */
  isPrinted: boolean;
  onChange: (changes: Partial<Choices>) => void;
}

const FILES = ['xlsx', ...CSV_PRESETS] as const;
const HINT = 'export-form-hint';

/** What a row is, and for which program the file is made. */
export function FormFields({ choices, isPrinted, onChange }: Props) {
  const { t } = useTranslation('export');
  const { form, file, preset } = choices;
  const chosen = file === 'xlsx' ? file : preset;
  return (
    <Stack gap={6}>
      <SimpleGrid cols={2} spacing="sm">
        {!isPrinted && (
          <NativeSelect
            label={t('choices.form')}
            aria-describedby={HINT}
            value={form}
            data={EXPORT_FORMS.map((value) => ({ value, label: t(`choices.forms.${value}`) }))}
            onChange={({ currentTarget }) =>
              onChange({ form: ExportForm.parse(currentTarget.value) })
            }
          />
        )}
        <NativeSelect
          label={t('choices.file')}
          aria-describedby={HINT}
          value={chosen}
          data={FILES.map((value) => ({ value, label: t(`choices.files.${value}`) }))}
          onChange={({ currentTarget }) => {
            const next = FILES.find((each) => each === currentTarget.value);
            if (next === 'xlsx') onChange({ file: 'xlsx' });
            else if (next) onChange({ file: 'csv', preset: next });
          }}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" id={HINT}>
        {form === 'participants' && `${t('choices.participantsHint')} `}
        {t(`choices.fileHint.${chosen}`)}
      </Text>
    </Stack>
  );
}
