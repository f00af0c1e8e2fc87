import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import {
  Ellipsis,
  Frame,
  Keyboard,
  LayoutGrid,
  ListTree,
  type LucideIcon,
  Network,
  Redo2,
  Search,
  Undo2,
  Workflow,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { shortcut } from '../../app/shortcut';
import { useFit } from '../canvas/use-fit';
import { openDialog, openFind, useCanvas } from '../canvas-store';
import { tidy } from '../draft-actions';
import { useDraft } from '../draft-store';
import { toggleDock } from '../panels/panels-store';
import { switchView, useView } from '../panels/switch-view';
import { addSectionHere } from '../sections/section-actions';
import { useLanguage } from '../use-language';
import classes from './FlowHeader.module.css';

interface Tool {
  label: string;
  keys?: string;
  Icon: LucideIcon;
  isEnabled?: boolean;
  /** Stands in the header wherever it is; the others are in a menu where there is little room. */
  isFirst?: boolean;
  run: () => void;
}

export function DraftTools({ isRoomy }: { isRoomy: boolean }) {
  const { t } = useTranslation('flow');
  const tools = useTools();
  const first = tools.filter((tool) => isRoomy || tool.isFirst);
  const rest = tools.filter((tool) => !isRoomy && !tool.isFirst);
  return (
    <div className={classes.group} role="toolbar" aria-label={t('header.tools')}>
      {first.map((tool) => (
        <ToolButton key={tool.label} {...tool} />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon size={30} className={classes.tool} aria-label={t('header.more')}>
              <Ellipsis size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ label, keys, Icon, isEnabled = true, run }) => (
              <Menu.Item
                key={label}
                leftSection={<Icon size={15} aria-hidden />}
                rightSection={keys && <span className={classes.keys}>{keys}</span>}
                disabled={!isEnabled}
                onClick={run}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function useTools(): Tool[] {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const canUndo = useStore(useDraft.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(useDraft.temporal, ({ futureStates }) => futureStates.length > 0);
  const isEmpty = useDraft(({ graph }) => graph.modules.length === 0);
  const isFlow = useCanvas(({ area }) => area === 'flow');
  const view = useView();
  const { undo, redo } = useDraft.getState();
  const { screenToFlowPosition } = useReactFlow();
  const fit = useFit();
  const isOnCanvas = isFlow && view === 'canvas';
  const isInList = view === 'list';
  return [
    {
      label: t('header.undo'),
      keys: shortcut('Z'),
      Icon: Undo2,
      isEnabled: canUndo,
      isFirst: true,
      run: undo,
    },
    {
      label: t('header.redo'),
      keys: shortcut('Shift+Z'),
      Icon: Redo2,
      isEnabled: canRedo,
      isFirst: true,
      run: redo,
    },
    {
      label: t('find.title'),
      keys: shortcut('F'),
      Icon: Search,
      isEnabled: isFlow && !isEmpty,
      run: openFind,
    },
    {
      label: t(isInList ? 'outline.toCanvas' : 'outline.toList'),
      keys: 'L',
      Icon: isInList ? Workflow : ListTree,
      isEnabled: isFlow,
      isFirst: true,
      run: switchView,
    },
    { label: t('palette.dock'), keys: 'P', Icon: LayoutGrid, isEnabled: isFlow, run: toggleDock },
    {
      label: t('sections.add'),
      keys: 'S',
      Icon: Frame,
      isEnabled: isOnCanvas,
      run: () => addSectionHere(screenToFlowPosition, language),
    },
    {
      label: t('header.tidy'),
      keys: 'T',
      Icon: Network,
      isEnabled: isOnCanvas && !isEmpty,
      run: () => {
        tidy(language);
        requestAnimationFrame(fit);
      },
    },
    {
      label: t('shortcuts.title'),
      keys: '?',
      Icon: Keyboard,
      run: () => openDialog({ kind: 'shortcuts' }),
    },
  ];
}

function ToolButton({ label, keys, Icon, isEnabled = true, run }: Tool) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        size={30}
        className={classes.tool}
        aria-label={label}
        disabled={!isEnabled}
        onClick={run}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
