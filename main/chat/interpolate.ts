import type { ChatMessage, Prompt } from '../../preload/contract';
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

export function interpolateMessage(message: ChatMessage, variables: Variables): ChatMessage {
  const fill = (text: string): string => interpolate(text, variables);
  switch (message.kind) {
    case 'text':
    case 'code':
      return { ...message, text: fill(message.text) };
    case 'copy':
      return { ...message, text: fill(message.text), label: fill(message.label) };
    case 'image':
      return { ...message, alt: fill(message.alt) };
  }
}

/** Texts of a prompt that are for reading, at any depth; ids, images and addresses are not. */
const READ = new Set([
  'label',
  'text',
  'placeholder',
  'initial',
  'terms',
  'why',
  'skip',
  'dontKnow',
  'minLabel',
  'maxLabel',
]);

export function interpolatePrompt(prompt: Prompt, variables: Variables): Prompt {
  const filled = fillRead(prompt, variables) as Prompt;
  return filled.kind === 'link'
    ? { ...filled, url: interpolateUrl(filled.url, variables) }
    : filled;
}

function fillRead(value: unknown, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((item) => fillRead(item, variables));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && READ.has(key)
        ? interpolate(inner, variables)
        : fillRead(inner, variables),
    ]),
  );
}

/** Own properties only: `${constructor}` is not a variable. */
function variable(variables: Variables, name: string): string {
  return Object.hasOwn(variables, name) ? (variables[name] ?? '') : '';
}
