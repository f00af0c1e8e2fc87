import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, ModuleNode } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { type NodeLayout, nodeLayout } from '../graph/layout';
import type { Positions } from '../graph/move-modules';
import { type Catalogue, labelledBranches, nameOf } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import {
  type CanvasNode,
  flowNode,
  looksLike,
  type ModuleFlowNode,
  type SectionFlowNode,
  sectionNode,
} from './flow-elements';

/**
 * The draft's modules as the canvas draws them. A node that looks as before stays the same object,
 * so that moving or editing one of a thousand draws one.
 */
export function useFlowNodes(dragged: Positions | null): CanvasNode[] {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const graph = useDraft((state) => state.graph);
  const catalogue = useBuilder((state) => state.catalogue);
  const problemsByModule = useBuilder((state) => state.problemsByModule);
  const selection = useCanvas((state) => state.modules);
  const [memory] = useState(() => new Map<string, ModuleFlowNode>());
  const layoutOf = useMemo(() => rememberLayouts(catalogue, language), [catalogue, language]);

  const nodes = useMemo(() => {
    const selected = new Set(selection);
    return graph.modules.map((module) => {
      const count = problemsByModule.get(module.id)?.length ?? 0;
      const kind = nameOf(catalogue, module.type, language);
      const name = module.name === undefined ? kind : `${module.name}, ${kind}`;
      const looks = {
        layout: layoutOf(module),
        label: count > 0 ? t('canvas.nodeWithProblems', { name, count }) : name,
        isStart: graph.start === module.id,
        isSelected: selected.has(module.id),
      };
      const before = memory.get(module.id);
      const node = before && looksLike(before, module, looks) ? before : flowNode(module, looks);
      memory.set(module.id, node);
      return node;
    });
  }, [graph, catalogue, language, problemsByModule, selection, memory, layoutOf, t]);

  const sections = useSectionNodes();
  return useMemo(() => {
    const all = sections.length === 0 ? nodes : [...sections, ...nodes];
    if (!dragged) return all;
    return all.map((node) => {
      const position = dragged.get(node.id);
      return position ? { ...node, position } : node;
    });
  }, [nodes, sections, dragged]);
}

function useSectionNodes(): SectionFlowNode[] {
  const { t } = useTranslation('flow');
  const sections = useDraft(({ graph }) => graph.sections);
  const selected = useCanvas((state) => state.section);
  return useMemo(
    () =>
      (sections ?? []).map((section) =>
        sectionNode(section, t('sections.node', { name: section.name }), section.id === selected),
      ),
    [sections, selected, t],
  );
}

function rememberLayouts(catalogue: Catalogue, language: Language) {
  const layouts = new WeakMap<ModuleNode['settings'], NodeLayout>();
  return (module: ModuleNode): NodeLayout => {
    const known = layouts.get(module.settings);
    if (known) return known;
    const layout = nodeLayout(labelledBranches(catalogue, module, language));
    layouts.set(module.settings, layout);
    return layout;
  };
}
