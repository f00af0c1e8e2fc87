import { type Edge as FlowEdge, type Node, Position } from '@xyflow/react';
import type { Edge, ModuleNode, Section } from '../../../preload/contract';
import type { NodeLayout } from '../graph/layout';

export interface ModuleData extends Record<string, unknown> {
  module: ModuleNode;
  layout: NodeLayout;
  isStart: boolean;
}
export type ModuleFlowNode = Node<ModuleData, 'module'>;

interface SectionData extends Record<string, unknown> {
  section: Section;
}
export type SectionFlowNode = Node<SectionData, 'section'>;
export type CanvasNode = ModuleFlowNode | SectionFlowNode;

/** All that one node shows besides its module; a node with the same looks is not built again. */
export interface NodeLooks {
  layout: NodeLayout;
  label: string;
  isStart: boolean;
  isSelected: boolean;
}

export function flowNode(module: ModuleNode, looks: NodeLooks): ModuleFlowNode {
  const { layout, label, isStart, isSelected } = looks;
  const { width, height } = layout;
  return {
    id: module.id,
    type: 'module',
    position: module.position,
    data: { module, layout, isStart },
    selected: isSelected,
    ariaLabel: label,
    width,
    height,
    // Known without measuring; React Flow moves nodes by it.
    measured: { width, height },
    // The whole node takes an edge, and edges meet it at the middle of its upper side.
    handles: [
      { type: 'target', position: Position.Top, x: 0, y: 0, width, height: 1 },
      ...layout.cells.map((cell) => ({
        id: cell.id,
        type: 'source' as const,
        position: Position.Bottom,
        x: cell.x + cell.width / 2 - 6,
        y: height - 6,
        width: 12,
        height: 12,
      })),
    ],
  };
}

/** Behind all edges and modules, also while it is selected, which React Flow would lift by 1,000. */
const BEHIND = { plain: -1, selected: -1_001 };

export function sectionNode(section: Section, label: string, isSelected: boolean): SectionFlowNode {
  const { id, x, y, width, height } = section;
  return {
    id,
    type: 'section',
    position: { x, y },
    origin: [0, 0],
    data: { section },
    selected: isSelected,
    ariaLabel: label,
    width,
    height,
    measured: { width, height },
    zIndex: isSelected ? BEHIND.selected : BEHIND.plain,
    connectable: false,
    // Its name and its edges take the pointer, what is between them belongs to the canvas.
    style: { pointerEvents: 'none' },
  };
}

export function looksLike(node: ModuleFlowNode, module: ModuleNode, looks: NodeLooks): boolean {
  return (
    node.data.module === module &&
    node.data.layout === looks.layout &&
    node.data.isStart === looks.isStart &&
    node.selected === looks.isSelected &&
    node.ariaLabel === looks.label
  );
}

export function edgeId({ from, branch }: Pick<Edge, 'from' | 'branch'>): string {
  return `${from}:${branch}`;
}

export function flowEdge(edge: Edge, label: string, isSelected: boolean): FlowEdge {
  return {
    id: edgeId(edge),
    type: 'flow',
    source: edge.from,
    sourceHandle: edge.branch,
    target: edge.to,
    selected: isSelected,
    ariaLabel: label,
  };
}
