import type { Problem } from '../../../preload/contract';
import { faultsIn } from '../engine/interpolate';
import type { FlowModule } from './flow-index';
import { textsOf } from './setting-texts';

/** As much of an expression as its problem quotes. */
const QUOTED = 60;

/** Expressions in texts that nobody could read, so that the text would be empty there. */
export function expressionProblems({ node }: FlowModule): Problem[] {
  return textsOf(node.settings).flatMap(({ field, text }) =>
    faultsIn(text).map(({ source, error }) => ({
      severity: 'error',
      code: 'expression_invalid',
      moduleId: node.id,
      field,
      params: faultParams(source, error.fault, error.position),
    })),
  );
}

/** `context` chooses the sentence; the position counts from 1, as people do. */
export function faultParams(source: string, fault: string, position: number): Problem['params'] {
  const expression = source.length > QUOTED ? `${source.slice(0, QUOTED)}…` : source;
  return { expression, position: String(position + 1), context: fault };
}
