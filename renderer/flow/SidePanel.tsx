import { Button, Text } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { inspectedModule, useCanvas } from './canvas-store';
import { remove } from './draft-actions';
import classes from './FlowScreen.module.css';
import { Inspector } from './inspector/Inspector';
import { ProblemsPanel } from './problems/ProblemsPanel';
import { DRAFT_INPUTS } from './use-history-keys';

/** The selected module's settings, or what is wrong with the flow when none is selected. */
export function SidePanel() {
  const inspected = useCanvas(inspectedModule);
  const selected = useCanvas((state) => state.modules.length);
  if (inspected !== null) {
    return (
      <div {...DRAFT_INPUTS}>
        <Inspector key={inspected} moduleId={inspected} />
      </div>
    );
  }
  return selected > 1 ? <ManySelected count={selected} /> : <ProblemsPanel />;
}

function ManySelected({ count }: { count: number }) {
  const { t } = useTranslation('flow');
  return (
    <div className={classes.many}>
      <Text size="sm">{t('inspector.many', { count })}</Text>
      <Button
        variant="default"
        size="xs"
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={() => remove(useCanvas.getState().modules)}
      >
        {t('inspector.deleteMany', { count })}
      </Button>
    </div>
  );
}
