import { ActionIcon, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { Keyboard, LayoutGrid, type LucideIcon, Network, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { shortcut } from '../../app/shortcut';
import { FIT } from '../canvas/fit';
import { openDialog, toggleDock } from '../canvas-store';
import { tidy } from '../draft-actions';
import { useDraft } from '../draft-store';
import { useLanguage } from '../use-language';
import classes from './FlowHeader.module.css';

export function DraftTools() {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const canUndo = useStore(useDraft.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(useDraft.temporal, ({ futureStates }) => futureStates.length > 0);
  const isEmpty = useDraft(({ graph }) => graph.modules.length === 0);
  const { undo, redo } = useDraft.getState();
  const { fitView } = useReactFlow();

  const tidyAndShow = () => {
    tidy(language);
    requestAnimationFrame(() => void fitView(FIT));
  };

  return (
    <div className={classes.group} role="toolbar" aria-label={t('header.tools')}>
      <Tool
        label={t('header.undo')}
        keys={shortcut('Z')}
        Icon={Undo2}
        enabled={canUndo}
        run={undo}
      />
      <Tool
        label={t('header.redo')}
        keys={shortcut('Shift+Z')}
        Icon={Redo2}
        enabled={canRedo}
        run={redo}
      />
      <Tool label={t('header.tidy')} keys="T" Icon={Network} enabled={!isEmpty} run={tidyAndShow} />
      <Tool label={t('palette.dock')} keys="P" Icon={LayoutGrid} enabled run={toggleDock} />
      <Tool
        label={t('shortcuts.title')}
        keys="?"
        Icon={Keyboard}
        enabled
        run={() => openDialog({ kind: 'shortcuts' })}
      />
    </div>
  );
}

interface ToolProps {
  label: string;
  keys?: string;
  Icon: LucideIcon;
  enabled: boolean;
  run: () => void;
}

function Tool({ label, keys, Icon, enabled, run }: ToolProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        size={30}
        className={classes.tool}
        aria-label={label}
        disabled={!enabled}
        onClick={run}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
