import { AppError } from '../../../preload/contract';

/** Deeper than any experience: an item of a list inside a list of a module's settings is at 9. */
const MAX_DEPTH = 32;

/** Names by which a careless program reaches what all objects share. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Parses JSON that somebody else wrote. The depth is counted before anything is parsed, since
 * whoever walks through deep nesting by recursion runs out of stack.
 *
 * @throws AppError `import.too_deep`, `import.not_json`, `import.forbidden_key`
 */
export function parseUntrusted(text: string): unknown {
  if (isDeeperThan(text, MAX_DEPTH)) throw new AppError('import.too_deep', { max: MAX_DEPTH });
  const value = parse(text);
  refuseForbiddenKeys(value);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('import.not_json', {}, { cause: error });
  }
}

function isDeeperThan(text: string, max: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isInText) {
      if (character === '\\') index += 1;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > max) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

function refuseForbiddenKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) throw new AppError('import.forbidden_key', { key });
    refuseForbiddenKeys(inner);
  }
}
