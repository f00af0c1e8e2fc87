import { Alert, List, Stack, Text } from '@mantine/core';
import { CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecordDetails } from '../../preload/contract';
import { doubtsIn, missingIn, type Part } from './checks';

interface Props {
  part: Part;
  details: RecordDetails;
}

/** What is still to be stated, and what somebody should look at again. */
export function Checks({ part, details }: Props) {
  const { t } = useTranslation('records');
  const missing = missingIn(part, details);
  const doubts = doubtsIn(part, details);
  return (
    <Stack gap="xs">
      <div role="status">
        <Text size="sm" c="dimmed">
          {missing.length === 0
            ? t('editor.complete')
            : `${t('editor.open', { count: missing.length })}:`}
        </Text>
        {missing.length > 0 && (
          <List
            center
            spacing={4}
            size="sm"
            c="dimmed"
            icon={<CircleDashed size={14} aria-hidden />}
            mt={4}
          >
            {missing.map((point) => (
              <List.Item key={point}>{t(`checks.${point}`)}</List.Item>
            ))}
          </List>
        )}
      </div>
      {doubts.map((doubt) => (
        <Alert key={doubt} color="orange" py="xs">
          {t(`warnings.${doubt}`)}
        </Alert>
      ))}
    </Stack>
  );
}
