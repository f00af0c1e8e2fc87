import type { Edge as FlowEdge } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-store';
import { useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { calledIn, labelledBranches } from '../modules/catalogue';
import { useLanguage } from '../use-language';
import { edgeId, flowEdge } from './flow-elements';

export function useFlowEdges(): FlowEdge[] {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const graph = useDraft((state) => state.graph);
  const catalogue = useBuilder((state) => state.catalogue);
  const selection = useCanvas((state) => state.edges);
  const [memory] = useState(() => new Map<string, FlowEdge>());

  return useMemo(() => {
    const modules = new Map(graph.modules.map((module) => [module.id, module]));
    const selected = new Set(selection);
    return graph.edges.flatMap((edge) => {
      const from = modules.get(edge.from);
      const to = modules.get(edge.to);
      const branches = from ? labelledBranches(catalogue, from, language) : [];
      const branch = branches.find((candidate) => candidate.id === edge.branch);
      // A kind of module that this version does not know has no handles to draw from.
      if (!from || !to || !branch) return [];
      const label = t('canvas.edge', {
        from: calledIn(catalogue, from, language),
        branch: branch.label,
        to: calledIn(catalogue, to, language),
      });
      const next = flowEdge(edge, label, selected.has(edgeId(edge)));
      const before = memory.get(next.id);
      if (before && isSame(before, next)) return [before];
      memory.set(next.id, next);
      return [next];
    });
  }, [graph, catalogue, language, selection, memory, t]);
}

function isSame(a: FlowEdge, b: FlowEdge): boolean {
  return a.target === b.target && a.selected === b.selected && a.ariaLabel === b.ariaLabel;
}
