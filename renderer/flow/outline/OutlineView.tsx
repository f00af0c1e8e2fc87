import { Text } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleNode } from '../../../preload/contract';
import { keyOf } from '../../app/keys';
import { useBuilder } from '../builder-store';
import { EmptyCanvas } from '../canvas/EmptyCanvas';
import { focusNode } from '../canvas/focus-node';
import { placeBelow } from '../canvas/place-below';
import {
  openDialog,
  openPalette,
  renameHere,
  revealModule,
  select,
  useCanvas,
} from '../canvas-store';
import { remove } from '../draft-actions';
import { useDraft } from '../draft-store';
import { type OutlineRow, outlineOf } from '../graph/outline';
import { firstFieldOf } from '../inspector/first-field';
import { labelledBranches } from '../modules/catalogue';
import { setPanels, toggleDock } from '../panels/panels-store';
import { useLanguage } from '../use-language';
import { OutlineItem } from './OutlineItem';
import classes from './OutlineView.module.css';

type ModuleRow = Extract<OutlineRow, { kind: 'module' }>;

/** The flow as a list along the way, for the keyboard, screen readers and small windows. */
export function OutlineView() {
  const { t } = useTranslation('flow');
  const { rows, unreached } = useOutline();
  const all = useMemo(() => [...rows, ...unreached], [rows, unreached]);
  const modules = useMemo(() => all.filter((row) => row.kind === 'module'), [all]);
  const [focused, setFocused] = useState<string | null>(null);
  const selected = useCanvas((state) => state.modules);
  const tree = useRef<HTMLDivElement>(null);
  const reveal = useCanvas((state) => state.reveal);
  const current = modules.find(({ module }) => module.id === focused) ?? modules[0];

  useEffect(() => {
    if (!reveal) return;
    setFocused(reveal.moduleId);
    itemOf(tree.current, reveal.moduleId)?.scrollIntoView({ block: 'nearest' });
  }, [reveal]);

  const go = (row: OutlineRow | undefined) => {
    if (row?.kind !== 'module') return;
    setFocused(row.module.id);
    select([row.module.id]);
    itemOf(tree.current, row.module.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof HTMLElement) || !target.matches('[role=treeitem]')) return;
    if (ctrlKey || metaKey || altKey || !current) return;
    const key = keyOf(event);
    const run = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!run) return;
    run({ modules, at: modules.indexOf(current), row: current, go });
    event.preventDefault();
    event.stopPropagation();
  };
  const itemsOf = (part: readonly OutlineRow[]) =>
    part.map((row) => (
      <OutlineItem
        key={row.kind === 'module' ? row.module.id : `${row.from} ${row.branch} ${row.kind}`}
        row={row}
        isCurrent={row === current}
        isSelected={row.kind === 'module' && selected.includes(row.module.id)}
        onChoose={() => go(row.kind === 'goesTo' ? rowOf(modules, row.module) : row)}
      />
    ));

  if (modules.length === 0) return <EmptyCanvas />;
  return (
    <section className={classes.outline} aria-label={t('outline.title')}>
      <div
        ref={tree}
        role="tree"
        className={classes.tree}
        aria-label={t('outline.title')}
        onKeyDown={onKeyDown}
      >
        {itemsOf(rows)}
        {unreached.length > 0 && (
          <Text size="sm" fw={600} className={classes.heading} role="presentation">
            {t('outline.unreached')}
          </Text>
        )}
        {itemsOf(unreached)}
      </div>
    </section>
  );
}

function useOutline() {
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const graph = useDraft((state) => state.graph);
  return useMemo(
    () => outlineOf(graph, (module) => labelledBranches(catalogue, module, language)),
    [graph, catalogue, language],
  );
}

interface Press {
  readonly modules: readonly ModuleRow[];
  readonly at: number;
  readonly row: ModuleRow;
  readonly go: (row: ModuleRow | undefined) => void;
}

/** Along the list and out of a branch, and what the canvas does, too. */
const KEYS: Readonly<Record<string, (press: Press) => void>> = {
  ArrowDown: ({ modules, at, go }) => go(modules[at + 1]),
  ArrowUp: ({ modules, at, go }) => go(modules[at - 1]),
  ArrowLeft: ({ modules, at, row, go }) =>
    go(modules.slice(0, at).findLast(({ depth }) => depth < row.depth)),
  ArrowRight: ({ modules, at, row, go }) => {
    const next = modules[at + 1];
    if (next && next.depth > row.depth) go(next);
  },
  Home: ({ modules, go }) => go(modules[0]),
  End: ({ modules, go }) => go(modules.at(-1)),
  Enter: ({ row }) => openSettings(row.module),
  ' ': ({ row }) => select([row.module.id]),
  Escape: () => select([]),
  F2: ({ row }) => renameHere(row.module.id),
  a: ({ row }) => {
    const target = placeBelow(row.module.id);
    if (target) openPalette(target);
  },
  c: ({ row }) => openDialog({ kind: 'connect', moduleId: row.module.id }),
  l: () => setPanels({ view: 'canvas' }),
  p: toggleDock,
  '?': () => openDialog({ kind: 'shortcuts' }),
  Delete: ({ modules, at, row, go }) => {
    remove([row.module.id]);
    const next = modules[at + 1] ?? modules[at - 1];
    if (next) focusNode(next.module.id);
    go(next);
  },
};

/** The cursor goes into the first field. */
function openSettings(module: ModuleNode): void {
  setPanels({ isInspectorOpen: true });
  revealModule(module.id, { field: firstFieldOf(module), where: 'inView' });
}

function rowOf(modules: readonly ModuleRow[], { id }: ModuleNode): ModuleRow | undefined {
  return modules.find(({ module }) => module.id === id);
}

function itemOf(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector(`[role=treeitem][data-id="${CSS.escape(id)}"]`) ?? null;
}
