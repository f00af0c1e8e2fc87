import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ActivityDetails } from '../../preload/contract';
import type { Part } from './checks';
import classes from './Editor.module.css';
import { LegalBases } from './LegalBases';
import { MAX_TEXT } from './limits';
import { Processors, Transfers } from './Parties';
import { StoredTable } from './StoredTable';
import { suggestedPurposes } from './suggested-purposes';

interface Props {
  part: Extract<Part, { kind: 'own' | 'experience' }>;
  activity: ActivityDetails;
  onChange: (changes: Partial<ActivityDetails>) => void;
}

/** Letters (b) to (f) of Article 30(1), of one activity. */
export function ActivityForm({ part, activity, onChange }: Props) {
  const { t } = useTranslation('records');
  const text = (
    name: 'purpose' | 'subjects' | 'data' | 'retention' | 'recipients',
    description?: string,
  ) => (
    <Textarea
      label={t(`editor.${name}`)}
      description={description}
      autosize
      minRows={1}
      maxRows={8}
      maxLength={MAX_TEXT}
      value={activity[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  );
  const known =
    part.kind === 'own' ? t(`report.own.${part.own}.subjects`) : t('report.participants');
  return (
    <Stack gap="lg" className={classes.fields}>
      <Stack gap="xs">
        {text('purpose')}
        <Suggestions part={part} purpose={activity.purpose} onChange={onChange} />
      </Stack>
      <LegalBases activity={activity} onChange={onChange} />
      {text('subjects', t('editor.subjectsKnown', { known }))}
      {part.kind === 'experience' && <StoredTable stored={part.experience.stored} />}
      {text('data', t('editor.dataHint'))}
      {text('retention', t('editor.retentionHint'))}
      {text('recipients', t('editor.recipientsHint'))}
      <Processors
        processors={activity.processors}
        onChange={(processors) => onChange({ processors })}
      />
      <Transfers transfers={activity.transfers} onChange={(transfers) => onChange({ transfers })} />
    </Stack>
  );
}

interface SuggestionsProps extends Pick<Props, 'part' | 'onChange'> {
  purpose: string;
}

function Suggestions({ part, purpose, onChange }: SuggestionsProps) {
  const { t } = useTranslation('records');
  const purposes = suggestedPurposes(part).map((name) => t(`purposes.${name}`));
  const others = purposes.filter((each) => !purpose.includes(each));
  if (others.length === 0) return null;
  return (
    <Stack gap={4}>
      <Text size="xs" c="dimmed">
        {t('editor.suggestions')}
      </Text>
      <Group gap={6}>
        {others.map((each) => (
          <Button
            key={each}
            size="compact-xs"
            variant="default"
            className={classes.suggestion ?? ''}
            leftSection={<Plus size={12} aria-hidden />}
            onClick={() => onChange({ purpose: [purpose.trim(), each].filter(Boolean).join('\n') })}
          >
            {each}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
