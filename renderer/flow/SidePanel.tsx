import { useDeferredValue } from 'react';
import { inspectedModule, useCanvas } from './canvas-store';
import { Inspector } from './inspector/Inspector';
import { ManySelected } from './inspector/ManySelected';
import { ProblemsPanel } from './problems/ProblemsPanel';
import { SectionPanel } from './sections/SectionPanel';
import { DRAFT_INPUTS } from './use-history-keys';

/**
 * The settings of what is selected, or what is wrong with the flow when nothing is. They are built
 * between two frames: the pointer that selects a module may be dragging it already.
 */
export function SidePanel() {
  const inspected = useDeferredValue(useCanvas(inspectedModule));
  const selected = useDeferredValue(useCanvas((state) => state.modules.length));
  const section = useDeferredValue(useCanvas((state) => state.section));
  if (inspected !== null) {
    return (
      <div {...DRAFT_INPUTS}>
        <Inspector key={inspected} moduleId={inspected} />
      </div>
    );
  }
  if (section !== null) {
    return (
      <div {...DRAFT_INPUTS}>
        <SectionPanel key={section} id={section} />
      </div>
    );
  }
  return selected > 1 ? <ManySelected count={selected} /> : <ProblemsPanel />;
}
