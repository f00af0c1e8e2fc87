import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordDetails } from '../../preload/contract';
import { DateInput } from '../ui/dates/DateInput';
import classes from './Editor.module.css';
import { MAX_LINE } from './limits';

interface Props {
  details: RecordDetails;
  onChange: (changes: Partial<RecordDetails>) => void;
}

/** Who has looked the records through, and when somebody is to do so again. */
export function ReviewForm({ details, onChange }: Props) {
  const { t } = useTranslation('records');
  return (
    <Stack gap="md" className={classes.fields}>
      <TextInput
        label={t('editor.reviewedBy')}
        maxLength={MAX_LINE}
        value={details.reviewedBy}
        onChange={({ currentTarget }) => onChange({ reviewedBy: currentTarget.value })}
      />
      <Group gap="md" align="flex-start">
        {(['reviewedOn', 'nextReview'] as const).map((name) => (
          <DateInput
            key={name}
            label={t(`editor.${name}`)}
            value={details[name] ?? ''}
            onChange={(day) => onChange({ [name]: day || null })}
          />
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('editor.nextReviewHint')}
      </Text>
    </Stack>
  );
}
