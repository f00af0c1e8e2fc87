import { Button, Popover, Text, Title } from '@mantine/core';
import { Plus, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { closePalette, openPalette, useCanvas } from '../canvas-store';
import { PopoverPalette } from '../palette/PopoverPalette';
import classes from './FlowCanvas.module.css';

export function EmptyCanvas() {
  const { t } = useTranslation('flow');
  const isOpen = useCanvas(({ palette }) => palette?.kind === 'first');
  return (
    <div className={classes.empty} data-empty-flow>
      <div className={classes.emptyCard}>
        <Workflow size={36} strokeWidth={1.5} color="var(--cv-accent)" aria-hidden />
        <Title order={2}>{t('canvas.emptyTitle')}</Title>
        <Text size="sm" c="dimmed">
          {t('canvas.emptyText')}
        </Text>
        <Popover opened={isOpen} onDismiss={closePalette} shadow="lg" trapFocus returnFocus>
          <Popover.Target>
            <Button
              mt="sm"
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => openPalette({ kind: 'first' })}
            >
              {t('canvas.addFirst')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown p={0}>
            <PopoverPalette target={{ kind: 'first' }} onClose={closePalette} />
          </Popover.Dropdown>
        </Popover>
      </div>
    </div>
  );
}
