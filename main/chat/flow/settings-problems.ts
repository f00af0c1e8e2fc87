import type { z } from 'zod';
import { type Problem, ProblemCode } from '../../../preload/contract';
import { faultParams } from './expression-problems';
import type { FlowModule } from './flow-index';

/** What is missing or wrong in a module's settings, by its own schema. */
export function settingsProblems({ node, definition }: FlowModule): Problem[] {
  const parsed = definition.settings.safeParse(node.settings, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({
    severity: 'error',
    code: codeOf(issue),
    moduleId: node.id,
    // Items of a list share the labels of their fields, so positions are left out.
    field: issue.path.filter((part) => typeof part === 'string').join('.'),
    params: paramsOf(issue),
  }));
}

function paramsOf(issue: z.core.$ZodIssue): Problem['params'] {
  if (issue.code === 'too_small') return { min: String(issue.minimum) };
  if (issue.code !== 'custom' || issue.params?.problem !== 'expression_invalid') return {};
  const { fault, position } = issue.params;
  return faultParams(String(issue.input), String(fault), Number(position));
}

function codeOf(issue: z.core.$ZodIssue): Problem['code'] {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'array' ? 'list_too_short' : 'setting_missing';
    case 'invalid_type':
      return issue.input === undefined ? 'setting_missing' : 'setting_invalid';
    case 'custom':
      return ProblemCode.safeParse(issue.params?.problem).data ?? 'setting_invalid';
    default:
      return 'setting_invalid';
  }
}
