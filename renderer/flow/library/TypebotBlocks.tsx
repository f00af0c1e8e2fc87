import { Button, Group, List, SegmentedControl, Stack, Text } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportedBlock, ImportOutcome, type TypebotReport } from '../../../preload/contract';
import { call } from '../../app/client';
import { showError } from '../../app/errors';
import { notify } from '../../app/notify';
import { reportText, sentencesOf } from './report-text';
import classes from './TypebotBlocks.module.css';

/** As many as anybody reads here; the copied report has them all. */
const MAX_SHOWN = 200;

/** What became of each block of a file of Typebot. */
export function TypebotBlocks({ report }: { report: TypebotReport }) {
  const { t } = useTranslation('flow');
  const blocksOf = (wanted: ImportOutcome) =>
    report.blocks.filter(({ outcome }) => outcome === wanted);
  const [shown, setShown] = useState<ImportOutcome>(
    (['left', 'changed', 'taken'] as const).find((outcome) => blocksOf(outcome).length > 0) ??
      'taken',
  );
  const copy = async () => {
    await call('experiences.copyReport', { text: reportText(report) });
    notify(t('import.typebot.copied'));
  };
  const tabs = ImportOutcome.options.map((outcome) => ({
    value: outcome,
    label: t('import.typebot.tab', {
      outcome: t(`import.typebot.outcome.${outcome}`),
      count: blocksOf(outcome).length,
    }),
  }));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" fw={600} id="typebot-blocks">
          {t('import.typebot.title')}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => void copy().catch(showError)}
        >
          {t('import.typebot.copy')}
        </Button>
      </Group>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby="typebot-blocks"
        value={shown}
        data={tabs}
        onChange={(value) => setShown(value as ImportOutcome)}
      />
      <Blocks blocks={blocksOf(shown)} />
      {report.notes.length > 0 && (
        <List size="sm" c="dimmed" spacing={2}>
          {report.notes.map((note) => (
            <List.Item key={note}>{t(`import.typebot.notes.${note}`)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function Blocks({ blocks }: { blocks: readonly ImportedBlock[] }) {
  const { t } = useTranslation('flow');
  const rest = blocks.length - MAX_SHOWN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards have to reach it
    <section className={classes.blocks} tabIndex={0} aria-labelledby="typebot-blocks">
      {blocks.slice(0, MAX_SHOWN).map((block) => (
        <div className={classes.block} key={block.id}>
          <Text size="sm" fw={500}>
            {block.type || '?'}
            {block.group && (
              <Text span inherit c="dimmed" fw={400}>
                {' '}
                · {block.group}
              </Text>
            )}
          </Text>
          {sentencesOf(block).map((sentence) => (
            <Text key={sentence} size="xs" c="dimmed">
              {sentence}
            </Text>
          ))}
        </div>
      ))}
      {rest > 0 && (
        <Text className={classes.block} size="xs" c="dimmed">
          {t('import.typebot.more', { count: rest })}
        </Text>
      )}
      {blocks.length === 0 && (
        <Text className={classes.block} size="sm" c="dimmed">
          {t('import.typebot.none')}
        </Text>
      )}
    </section>
  );
}
