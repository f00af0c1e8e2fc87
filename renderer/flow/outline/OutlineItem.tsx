import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { CornerDownRight, Plus, Trash2, Unlink } from 'lucide-react';
import { type CSSProperties, memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { ModuleTitle } from '../canvas/ModuleTitle';
import { ProblemMark } from '../canvas/ProblemMark';
import { closePalette, openPalette, type PaletteTarget, useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { keyOfRow, type OutlineRow } from '../graph/outline';
import { calledIn, nameOf, summaryOf } from '../modules/catalogue';
import { ModuleIcon } from '../modules/ModuleIcon';
import { PopoverPalette } from '../palette/PopoverPalette';
import { useLanguage } from '../use-language';
import classes from './OutlineView.module.css';
import { focusRow, placeAt, removeRow } from './row-actions';

interface Props {
  row: OutlineRow;
  /** Tab leads here, and on to what can be done with it. */
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
  const isAlike = a.kind === b.kind && a.depth === b.depth && a.branch === b.branch;
  if (!isAlike || keyOfRow(a) !== keyOfRow(b)) return false;
  return a.kind === 'ends' || b.kind === 'ends' || a.module === b.module;
}

function OutlineLine({ row, isCurrent, isSelected, onChoose }: Props) {
  const { t } = useTranslation('flow');
  const name = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      tabIndex={isCurrent ? 0 : -1}
      data-takes-focus={isCurrent || undefined}
      aria-level={row.depth + 1}
      aria-selected={isSelected}
      // Without it, the buttons of the row would be read as a part of its name.
      aria-labelledby={name}
      data-row={keyOfRow(row)}
      data-id={row.kind === 'module' ? row.module.id : undefined}
      className={classes.row}
      data-kind={row.kind}
      style={{ '--depth': row.depth } as CSSProperties}
      onClick={onChoose}
    >
      <span id={name} className={classes.words}>
        {row.branch !== null && (
          <span className={classes.branch} title={row.branch}>
            {row.branch}
          </span>
        )}
        {row.kind === 'module' && <ModuleLine module={row.module} />}
        {row.kind === 'goesTo' && (
          <span className={classes.quiet}>
            <CornerDownRight size={15} aria-hidden />
            <GoesTo module={row.module} />
          </span>
        )}
        {row.kind === 'ends' && <span className={classes.quiet}>{t('outline.ends')}</span>}
      </span>
      <RowActions row={row} isCurrent={isCurrent} />
    </div>
  );
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
  const problems = useBuilder((state) => state.problemsByModule.get(module.id)?.length ?? 0);
  const descriptor = catalogue.get(module.type);
  const kind = nameOf(catalogue, module.type, language);
  const summary = summaryOf(catalogue, module);
  return (
    <>
      <ModuleIcon
        icon={descriptor?.icon ?? 'circle-help'}
        group={descriptor?.group ?? 'unknown'}
        size="sm"
      />
      <span className={classes.texts}>
        <ModuleTitle moduleId={module.id} name={module.name} kind={kind} />
        <span className={classes.summary} title={summary}>
          {summary}
        </span>
      </span>
      {isStart && <span className={classes.start}>{t('canvas.start')}</span>}
      {problems > 0 && (
        <>
          {' '}
          <span role="img" aria-label={t('header.problems', { count: problems })}>
            <ProblemMark moduleId={module.id} />
          </span>
        </>
      )}
    </>
  );
}

interface ActionsProps {
  row: OutlineRow;
  isCurrent: boolean;
}

/** What keys do on the row, as buttons: Tab leads from the row to them. */
function RowActions({ row, isCurrent }: ActionsProps) {
  const { t } = useTranslation('flow');
  const target = placeAt(row);
  const tabIndex = isCurrent ? 0 : -1;
  const addLabel =
    row.kind === 'module' || row.branch === null
      ? t('outline.addAfter')
      : t('canvas.addBelow', { branch: row.branch });
  const removeLabel = t(row.kind === 'module' ? 'inspector.delete' : 'repairs.disconnect');
  return (
    <span className={classes.actions}>
      {target && <AddButton label={addLabel} target={target} row={row} isCurrent={isCurrent} />}
      {row.kind !== 'ends' && (
        <Tooltip label={removeLabel}>
          <ActionIcon
            tabIndex={tabIndex}
            aria-label={removeLabel}
            onClick={(event) => {
              event.stopPropagation();
              removeRow(row);
            }}
          >
            {row.kind === 'module' ? (
              <Trash2 size={15} aria-hidden />
            ) : (
              <Unlink size={15} aria-hidden />
            )}
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  );
}

interface AddProps extends ActionsProps {
  label: string;
  target: Extract<PaletteTarget, { kind: 'below' }>;
}

function AddButton({ label, target, row, isCurrent }: AddProps) {
  // The row of a branch and that of its module may add at the same place.
  const isOpen =
    useCanvas(
      ({ palette }) =>
        palette?.kind === 'below' &&
        palette.moduleId === target.moduleId &&
        palette.branch === target.branch,
    ) && isCurrent;
  const close = () => {
    closePalette();
    focusRow(keyOfRow(row));
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
          tabIndex={isCurrent ? 0 : -1}
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
