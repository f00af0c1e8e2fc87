import type { Prompt } from '../../preload/contract';
import type { Variables } from './step';

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Names of the variables that a text refers to. */
export function referencesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, name]) => name ?? []);
}

/** Puts variables into a text; one that is not set leaves nothing. */
export function interpolate(text: string, variables: Variables): string {
  return text.replaceAll(REFERENCE, (_, name: string) => variable(variables, name));
}

/** In an address, a value must not be able to change where the address leads. */
function interpolateUrl(url: string, variables: Variables): string {
  return url.replaceAll(REFERENCE, (_, name: string) =>
    encodeURIComponent(variable(variables, name).toWellFormed()),
  );
}

export function interpolatePrompt(prompt: Prompt, variables: Variables): Prompt {
  const fill = (text: string): string => interpolate(text, variables);
  switch (prompt.kind) {
    case 'choice':
      return {
        ...prompt,
        options: prompt.options.map(({ id, label }) => ({ id, label: fill(label) })),
      };
    case 'text':
      return {
        ...prompt,
        placeholder: fill(prompt.placeholder),
        ...(prompt.terms !== undefined && { terms: fill(prompt.terms) }),
      };
    case 'confirm':
      return { ...prompt, label: fill(prompt.label), terms: fill(prompt.terms) };
    case 'link':
      return {
        ...prompt,
        label: fill(prompt.label),
        url: interpolateUrl(prompt.url, variables),
      };
  }
}

/** Own properties only: `${constructor}` is not a variable. */
function variable(variables: Variables, name: string): string {
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
