import { choice } from './choice';
import type { ModuleDefinition } from './define-module';
import { email } from './email';
import { end } from './end';
import { externalLink } from './external-link';
import { giveaway } from './giveaway';
import { message } from './message';

/** Every kind of chat module, in the order of the palette. Adding one adds its line here. */
export const modules: readonly ModuleDefinition[] = [
  message,
  externalLink,
  choice,
  end,
  email,
  giveaway,
];

const byType = new Map(modules.map((definition) => [definition.type, definition]));

export function moduleOf(type: string): ModuleDefinition | undefined {
  return byType.get(type);
}
