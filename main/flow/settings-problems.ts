import type { z } from 'zod';
import { type Problem, ProblemCode } from '../../preload/contract';
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
    params: issue.code === 'too_small' ? { min: String(issue.minimum) } : {},
  }));
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
