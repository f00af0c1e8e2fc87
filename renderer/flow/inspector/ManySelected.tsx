import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import {
  AlignCenterVertical,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  CopyPlus,
  type LucideIcon,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { showError } from '../../app/errors';
import { useCanvas } from '../canvas-store';
import { copySelection, duplicateSelection } from '../clipboard-actions';
import { alignModules, remove } from '../draft-actions';
import { ALIGNMENTS, type Alignment } from '../graph/align';
import { useLanguage } from '../use-language';
import classes from './ManySelected.module.css';

const ICONS: Readonly<Record<Alignment, LucideIcon>> = {
  left: AlignStartVertical,
  centre: AlignCenterVertical,
  right: AlignEndVertical,
  top: AlignStartHorizontal,
  distributeAcross: AlignHorizontalDistributeCenter,
  distributeDown: AlignVerticalDistributeCenter,
};

/** What can be done with several modules at once. */
export function ManySelected({ count }: { count: number }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const selected = () => useCanvas.getState().modules;
  return (
    <section className={classes.many} aria-labelledby="many-title">
      <Title order={2} id="many-title">
        {t('inspector.manyTitle', { count })}
      </Title>
      <div>
        <Text size="sm" fw={600} mb={6}>
          {t('align.title')}
        </Text>
        <Group gap={4} role="toolbar" aria-label={t('align.title')}>
          {ALIGNMENTS.map((how) => {
            const Icon = ICONS[how];
            return (
              <Tooltip key={how} label={t(`align.${how}`)}>
                <ActionIcon
                  size={30}
                  variant="default"
                  aria-label={t(`align.${how}`)}
                  onClick={() => alignModules(selected(), how, language)}
                >
                  <Icon size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            );
          })}
        </Group>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<CopyPlus size={14} aria-hidden />}
          onClick={() => void duplicateSelection(language)}
        >
          {t('edit.duplicate')}
        </Button>
        <Button
          variant="default"
          size="xs"
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => void copySelection().catch(showError)}
        >
          {t('edit.copy')}
        </Button>
      </Group>
      <Button
        variant="subtle"
        color="red"
        size="xs"
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={() => remove(selected())}
      >
        {t('inspector.deleteMany', { count })}
      </Button>
    </section>
  );
}
