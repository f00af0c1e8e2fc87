import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-store';
import { focusNode } from '../canvas/focus-node';
import { closeFind, inspectedModule, revealModule, useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { outlineOf } from '../graph/outline';
import { labelledBranches } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import classes from './FindBar.module.css';
import { type Found, findInFlow } from './find-in-flow';

/** Looks for a text in the flow, and shows one module after the other that has it. */
export function FindBar() {
  const { t } = useTranslation('flow');
  const [search, setSearch] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const found = useFound(search);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => field.current?.focus(), []);

  const show = (index: number) => {
    const wrapped = (index + found.length) % found.length;
    const module = found[wrapped];
    if (!module) return;
    setAt(wrapped);
    revealModule(module.moduleId);
  };
  const next = (by: 1 | -1) => show(at === null ? (by === 1 ? 0 : -1) : at + by);
  const close = () => {
    const id = inspectedModule(useCanvas.getState());
    closeFind();
    if (id !== null) focusNode(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!(event.target instanceof HTMLInputElement)) return;
      next(event.shiftKey || event.key === 'ArrowUp' ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useEffect(() => {
    if (at !== null) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <search className={classes.find} aria-label={t('find.title')} onKeyDown={onKeyDown}>
      <div className={classes.row}>
        <TextInput
          className={classes.input}
          size="sm"
          aria-label={t('find.title')}
          placeholder={t('find.placeholder')}
          leftSection={<Search size={15} aria-hidden />}
          value={search}
          ref={field}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAt(null);
          }}
        />
        <output className={classes.count}>
          {search.trim() !== '' &&
            (at === null
              ? t('find.count', { count: found.length })
              : t('find.position', { at: at + 1, count: found.length }))}
        </output>
        <Step
          label={t('find.previous')}
          Icon={ChevronUp}
          count={found.length}
          run={() => next(-1)}
        />
        <Step label={t('find.next')} Icon={ChevronDown} count={found.length} run={() => next(1)} />
        <ActionIcon aria-label={t('find.close')} onClick={close}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </div>
      {found.length > 0 && (
        <ul ref={list} className={classes.list} aria-label={t('find.results')}>
          {found.map(({ moduleId, title, excerpt }, index) => (
            <li key={moduleId}>
              <button
                type="button"
                className={classes.result}
                aria-current={index === at || undefined}
                onClick={() => show(index)}
              >
                <span className={classes.title}>{title}</span>
                {excerpt && <span className={classes.excerpt}>{excerpt}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

interface StepProps {
  label: string;
  Icon: typeof ChevronUp;
  count: number;
  run: () => void;
}

function Step({ label, Icon, count, run }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={count === 0} onClick={run}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** In the order of the flow. */
function useFound(search: string): Found[] {
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const graph = useDraft((state) => state.graph);
  const inOrder = useMemo(() => {
    const branchesOf = (module: (typeof graph.modules)[number]) =>
      labelledBranches(catalogue, module, language);
    const { rows, unreached } = outlineOf(graph, branchesOf);
    return [...rows, ...unreached].flatMap((row) => (row.kind === 'module' ? [row.module] : []));
  }, [graph, catalogue, language]);
  return useMemo(
    () => findInFlow(catalogue, inOrder, search, language),
    [catalogue, inOrder, search, language],
  );
}
