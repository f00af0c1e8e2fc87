import { Button, Text, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../app/keys';
import { useBuilder } from '../builder-store';
import { EmptyCanvas } from '../canvas/EmptyCanvas';
import { select, useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { keyOfRow, type OutlineRow, outlineOf, ownerOf, rowOfModule } from '../graph/outline';
import { labelledBranches } from '../modules/catalogue';
import { switchView, useIsSmall } from '../panels/switch-view';
import { useLanguage } from '../use-language';
import { OutlineItem } from './OutlineItem';
import classes from './OutlineView.module.css';
import { BUTTON_KEYS, COMMANDS, KEYS } from './outline-keys';
import { rowElement } from './row-actions';

/** The flow as a list along the way, for the keyboard, screen readers and small windows. */
export function OutlineView() {
  const { t } = useTranslation('flow');
  const { rows, unreached } = useOutline();
  const all = useMemo(() => [...rows, ...unreached], [rows, unreached]);
  const [focused, setFocused] = useState<string | null>(null);
  const selected = useCanvas((state) => state.modules);
  const reveal = useCanvas((state) => state.reveal);
  const keys = useId();
  const current = all.find((row) => keyOfRow(row) === focused) ?? all[0];

  useEffect(() => {
    if (!reveal) return;
    setFocused(reveal.moduleId);
    rowElement(reveal.moduleId)?.scrollIntoView({ block: 'nearest' });
  }, [reveal]);

  const go = (row: OutlineRow | undefined) => {
    if (!row) return;
    setFocused(keyOfRow(row));
    select([ownerOf(row)]);
    rowElement(keyOfRow(row))?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget, ctrlKey, metaKey, altKey } = event;
    // Keys pressed in a popover get here too, by way of React's tree.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || !current) return;
    const key = keyOf(event);
    const isRow = target.matches('[role=treeitem]');
    const keysHere = !isRow ? BUTTON_KEYS : ctrlKey || metaKey ? COMMANDS : KEYS;
    const run = Object.hasOwn(keysHere, key) ? keysHere[key] : undefined;
    if (!run || altKey) return;
    run({ rows: all, at: all.indexOf(current), row: current, go });
    event.preventDefault();
    event.stopPropagation();
  };
  const itemsOf = (part: readonly OutlineRow[]) =>
    part.map((row) => (
      <OutlineItem
        key={keyOfRow(row)}
        row={row}
        isCurrent={row === current}
        isSelected={row.kind === 'module' && selected.includes(row.module.id)}
        onChoose={() => go(row.kind === 'goesTo' ? rowOfModule(all, row.module.id) : row)}
      />
    ));

  if (all.length === 0) return <EmptyCanvas />;
  return (
    <section className={classes.outline} aria-label={t('outline.title')}>
      <SmallWindowNote />
      <VisuallyHidden id={keys}>{t('outline.keys')}</VisuallyHidden>
      <div
        role="tree"
        className={classes.tree}
        aria-label={t('outline.title')}
        aria-describedby={keys}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const row = target.closest('[data-row]')?.getAttribute('data-row');
          if (row) setFocused(row);
        }}
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

/** Why the flow is no drawing here, and the way to it. */
function SmallWindowNote() {
  const { t } = useTranslation('flow');
  if (!useIsSmall()) return null;
  return (
    <div className={classes.note}>
      <Text size="sm">{t('outline.small')}</Text>
      <Button size="xs" variant="default" onClick={switchView}>
        {t('outline.toCanvas')}
      </Button>
    </div>
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
