import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordDetails } from '../../preload/contract';
import classes from './Editor.module.css';
import { MAX_LINE } from './limits';

interface Props {
  details: RecordDetails;
  onChange: (changes: Partial<RecordDetails>) => void;
}

const LINES = ['contact', 'dataProtectionOfficer', 'representative'] as const;

/** Letter (a) of Article 30(1). */
export function ResponsibleForm({ details, onChange }: Props) {
  const { t } = useTranslation('records');
  const { controller } = details;
  return (
    <Stack gap="md" className={classes.fields}>
      <TextInput
        label={t('editor.controllerName')}
        maxLength={MAX_LINE}
        value={controller.name}
        onChange={({ currentTarget }) =>
          onChange({ controller: { ...controller, name: currentTarget.value } })
        }
      />
      <Textarea
        label={t('editor.controllerAddress')}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={MAX_LINE}
        value={controller.address}
        onChange={({ currentTarget }) =>
          onChange({ controller: { ...controller, address: currentTarget.value } })
        }
      />
      {LINES.map((name) => (
        <TextInput
          key={name}
          label={t(`editor.${name}`)}
          description={t(`editor.${name}Hint`)}
          maxLength={MAX_LINE}
          value={details[name]}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
        />
      ))}
      <Text size="sm" c="dimmed">
        {t('editor.measures')}
      </Text>
    </Stack>
  );
}
