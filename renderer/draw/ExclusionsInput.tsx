import { Badge, Box, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawPlan, Exclusion } from '../../preload/contract';
import classes from './Exclusions.module.css';
import { useExclusions } from './use-exclusions';

const COLORS: Record<Exclusion['state'], string> = {
  unread: 'red',
  unmatched: 'gray',
  matched: 'petrol',
};
/** What asks for something first. */
const STATES = ['unread', 'unmatched', 'matched'] as const;
/** More are shown on demand. */
const SHOWN_ENTRIES = 200;

interface Props {
  plan: Pick<DrawPlan, 'giveawayId' | 'includesPreview' | 'excluded' | 'ignoresUnread'>;
  onChange: (changes: Partial<Pick<DrawPlan, 'excluded' | 'ignoresUnread'>>) => void;
}

/** A pasted list of who cannot win, with what was understood of it, entry by entry. */
export function ExclusionsInput({ plan, onChange }: Props) {
  const { t } = useTranslation('draw');
  const entries = useExclusions(plan);
  const unread = entries?.filter(({ state }) => state === 'unread').length ?? 0;
  return (
    <Stack gap="xs">
      <Textarea
        label={t('prepare.excluded')}
        description={t('prepare.excludedHint')}
        autosize
        minRows={2}
        maxRows={5}
        spellCheck={false}
        value={plan.excluded}
        // What is not understood now is not what was agreed to.
        onChange={({ currentTarget }) =>
          onChange({ excluded: currentTarget.value, ignoresUnread: false })
        }
      />
      {entries && entries.length > 0 && <Entries entries={entries} />}
      {plan.giveawayId === '' && plan.excluded.trim() !== '' && (
        <Text size="sm" c="dimmed">
          {t('prepare.exclusions.chooseFirst')}
        </Text>
      )}
      {unread > 0 && (
        <Checkbox
          label={t('prepare.exclusions.ignore', { count: unread })}
          checked={plan.ignoresUnread}
          onChange={({ currentTarget }) => onChange({ ignoresUnread: currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

function Entries({ entries }: { entries: readonly Exclusion[] }) {
  const { t } = useTranslation('draw');
  const byState = STATES.map((state) => entries.filter((entry) => entry.state === state));
  const sorted = byState.flat();
  const counts = STATES.map((state, index) => ({ state, count: byState[index]?.length ?? 0 }));
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {counts
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => t(`prepare.exclusions.counts.${state}`, { count }))
          .join(' · ')}
      </Text>
      <Box
        component="ul"
        className={classes.list}
        aria-label={t('prepare.exclusions.label')}
        tabIndex={0}
      >
        {sorted.slice(0, SHOWN_ENTRIES).map(({ text, state }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand there twice
          <Group key={index} component="li" gap="xs" wrap="nowrap" align="start">
            <Text size="sm" className={classes.entry} flex={1}>
              {text}
            </Text>
            <Badge color={COLORS[state]} variant="light" tt="none" className={classes.state}>
              {t(`prepare.exclusions.states.${state}`)}
            </Badge>
          </Group>
        ))}
      </Box>
      {sorted.length > SHOWN_ENTRIES && (
        <Text size="sm" c="dimmed">
          {t('prepare.exclusions.more', { count: sorted.length - SHOWN_ENTRIES })}
        </Text>
      )}
    </Stack>
  );
}
