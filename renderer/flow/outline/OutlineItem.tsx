import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { CornerDownRight, Plus, Trash2 } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { focusNode } from '../canvas/focus-node';
import { ModuleTitle } from '../canvas/ModuleTitle';
import { ProblemMark } from '../canvas/ProblemMark';
import { placeBelow } from '../canvas/place-below';
import { closePalette, openPalette, type PaletteTarget, useCanvas } from '../canvas-store';
import { remove } from '../draft-actions';
import { useDraft } from '../draft-store';
import type { OutlineRow } from '../graph/outline';
import { calledIn, nameOf, summaryOf } from '../modules/catalogue';
import { ModuleIcon } from '../modules/ModuleIcon';
import { PopoverPalette } from '../palette/PopoverPalette';
import { useLanguage } from '../use-language';
import classes from './OutlineView.module.css';

interface Props {
  row: OutlineRow;
  /** Tab leads here. */
  isCurrent: boolean;
  isSelected: boolean;
  onChoose: () => void;
}

export const OutlineItem = memo(OutlineLine, (a, b) => {
  const isSame = a.isCurrent === b.isCurrent && a.isSelected === b.isSelected;
  return isSame && looksLike(a.row, b.row);
});

/** Rows are made anew with each change of the flow. */
function looksLike(a: OutlineRow, b: OutlineRow): boolean {
  if (a.kind !== b.kind || a.depth !== b.depth || a.branch !== b.branch) return false;
  if (a.kind === 'ends' && b.kind === 'ends') return a.from === b.from && a.branchId === b.branchId;
  return a.kind !== 'ends' && b.kind !== 'ends' && a.module === b.module;
}

function OutlineLine({ row, isCurrent, isSelected, onChoose }: Props) {
  const { t } = useTranslation('flow');
  const label = useLabel(row);
  const isModule = row.kind === 'module';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      tabIndex={isModule && isCurrent ? 0 : -1}
      aria-level={row.depth + 1}
      aria-selected={isSelected}
      aria-label={label}
      data-id={isModule ? row.module.id : undefined}
      className={classes.row}
      data-kind={row.kind}
      style={{ '--depth': row.depth } as CSSProperties}
      onClick={onChoose}
    >
      {row.branch !== null && <span className={classes.branch}>{row.branch}</span>}
      {row.kind === 'module' && <ModuleLine module={row.module} />}
      {row.kind === 'goesTo' && (
        <span className={classes.quiet}>
          <CornerDownRight size={15} aria-hidden />
          <GoesTo module={row.module} />
        </span>
      )}
      {row.kind === 'ends' && (
        <>
          <span className={classes.quiet}>{t('outline.ends')}</span>
          <span className={classes.actions}>
            <AddButton
              label={t('canvas.addBelow', { branch: row.branch })}
              target={{ kind: 'below', moduleId: row.from, branch: row.branchId }}
            />
          </span>
        </>
      )}
    </div>
  );
}

/** What a screen reader says of a line: its branch, what it is called, what sums it up. */
function useLabel(row: OutlineRow): string {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const count = useBuilder((state) =>
    row.kind === 'module' ? (state.problemsByModule.get(row.module.id)?.length ?? 0) : 0,
  );
  const branch = row.branch === null ? [] : [`${row.branch}:`];
  if (row.kind === 'ends') return [...branch, t('outline.ends')].join(' ');
  const name = calledIn(catalogue, row.module, language);
  if (row.kind === 'goesTo') return [...branch, t('outline.goesTo', { name })].join(' ');
  const kind = row.module.name === undefined ? [] : [nameOf(catalogue, row.module.type, language)];
  const summary = summaryOf(catalogue, row.module);
  const problems = count > 0 ? [t('header.problems', { count })] : [];
  const parts = [name, ...kind, ...(summary ? [summary] : []), ...problems];
  return [...branch, parts.join(', ')].join(' ');
}

function GoesTo({ module }: { module: ModuleNode }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  return t('outline.goesTo', { name: calledIn(catalogue, module, language) });
}

function ModuleLine({ module }: { module: ModuleNode }) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const isStart = useDraft(({ graph }) => graph.start === module.id);
  const descriptor = catalogue.get(module.type);
  const kind = nameOf(catalogue, module.type, language);
  const target = placeBelow(module.id);
  return (
    <>
      <ModuleIcon
        icon={descriptor?.icon ?? 'circle-help'}
        group={descriptor?.group ?? 'unknown'}
        size="sm"
      />
      <span className={classes.texts}>
        <ModuleTitle moduleId={module.id} name={module.name} kind={kind} />
        <span className={classes.summary}>{summaryOf(catalogue, module)}</span>
      </span>
      {isStart && <span className={classes.start}>{t('canvas.start')}</span>}
      <ProblemMark moduleId={module.id} />
      <span className={classes.actions}>
        {target && <AddButton label={t('outline.addAfter')} target={target} />}
        <Tooltip label={t('inspector.delete')}>
          <ActionIcon
            tabIndex={-1}
            aria-label={t('inspector.delete')}
            onClick={(event) => {
              event.stopPropagation();
              remove([module.id]);
            }}
          >
            <Trash2 size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </span>
    </>
  );
}

interface AddProps {
  label: string;
  target: Extract<PaletteTarget, { kind: 'below' }>;
}

/** By mouse; A does the same on the module. */
function AddButton({ label, target }: AddProps) {
  const isOpen = useCanvas(
    ({ palette }) =>
      palette?.kind === 'below' &&
      palette.moduleId === target.moduleId &&
      palette.branch === target.branch,
  );
  const close = () => {
    closePalette();
    focusNode(target.moduleId);
  };
  return (
    <Popover
      opened={isOpen}
      onDismiss={closePalette}
      closeOnEscape={false}
      position="bottom-end"
      shadow="lg"
      trapFocus
    >
      <Popover.Target>
        <ActionIcon
          tabIndex={-1}
          aria-label={label}
          title={label}
          onClick={(event) => {
            event.stopPropagation();
            openPalette(target);
          }}
        >
          <Plus size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown
        p={0}
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
      >
        {isOpen && <PopoverPalette target={target} onClose={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}
