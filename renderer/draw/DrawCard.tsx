import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DrawView } from '../../preload/contract';
import { Disclosure } from '../ui/Disclosure';
import { Facts } from '../ui/Facts';
import { formatInstant } from '../ui/format';
import { DrawActions } from './DrawActions';
import { RecordButton } from './RecordButton';
import { Winners } from './Winners';

const COLORS: Record<DrawView['state'], string> = {
  prepared: 'orange',
  drawn: 'petrol',
  discarded: 'gray',
};

export function DrawCard({ draw }: { draw: DrawView }) {
  const { t } = useTranslation('draw');
  const { giveawayName, state, chance, prizes, substitutes, entries, preparedAt, drawnAt } = draw;
  const plan = [
    {
      label: t('facts.prizes'),
      value: prizes
        .map(({ name, winners }) => t('facts.prize', { name, count: winners }))
        .join(', '),
    },
    { label: t('facts.substitutes'), value: t('facts.count', { count: substitutes }) },
    { label: t('facts.entries'), value: t(`facts.chances.${chance}`, { count: entries }) },
    {
      label: t('facts.prepared'),
      value: t('facts.byAt', { name: draw.preparedBy, at: formatInstant(preparedAt) }),
    },
  ];
  const proof = [
    ...(drawnAt === null ? [] : [{ label: t('facts.drawn'), value: formatInstant(drawnAt) }]),
    { label: t('facts.listHash'), value: draw.listHash, isCode: true },
    { label: t('facts.commitment'), value: draw.commitment, isCode: true },
  ];
  return (
    <Paper component="article" withBorder p="md" aria-label={giveawayName}>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2}>{giveawayName}</Title>
          <Badge color={COLORS[state]} ml="auto">
            {t(`states.${state}`)}
          </Badge>
        </Group>
        {state === 'drawn' ? <Winners draw={draw} /> : <Facts facts={plan} />}
        {state === 'prepared' && (
          <Text size="sm" c="dimmed">
            {t('preparedHint')}
          </Text>
        )}
        <DrawActions draw={draw} />
        {state !== 'discarded' && (
          <Disclosure label={t('check.action')}>
            <Stack gap="sm">
              <Text size="sm">{t('check.text')}</Text>
              <Facts facts={[...(state === 'drawn' ? plan : []), ...proof]} />
              {state === 'drawn' && <RecordButton draw={draw} />}
            </Stack>
          </Disclosure>
        )}
      </Stack>
    </Paper>
  );
}
