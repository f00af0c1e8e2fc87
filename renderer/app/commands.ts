import type { LucideIcon } from 'lucide-react';
import type { ChannelName, Language } from '../../preload/contract';

/** In the order in which the palette shows them. */
export const COMMAND_GROUPS = [
  'modules',
  'experiences',
  'texts',
  'screens',
  'actions',
  'people',
  'cases',
  'settings',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** One thing that the palette of Ctrl/Cmd+K finds and does. */
export interface Command {
  /** Unique among all. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly label: string;
  /** Where it is, or what it says, in small print; searched as well. */
  readonly detail?: string;
  /** Other words by which it is found. */
  readonly also?: string;
  /** The shortcut that does the same. */
  readonly keys?: string;
  readonly icon: LucideIcon;
  readonly run: () => unknown;
}

/** Who asks, and in which language. */
export interface Asker {
  readonly language: Language;
  /** Whether the user's role permits the channel. */
  readonly may: (channel: ChannelName) => boolean;
}

/**
 * What a feature has for the palette. `renderer/<feature>/commands.ts` exports one as `commands`; nothing
 * else has to know of it.
 */
export interface CommandSource {
  /** As of now, each time that the palette is opened. */
  list?(asker: Asker): Promise<readonly Command[]> | readonly Command[];
  /** What main finds for what is typed. It is neither logged nor kept. */
  find?(text: string, asker: Asker): Promise<readonly Command[]>;
}

const SOURCES = import.meta.glob<CommandSource>(
  ['./palette/commands.ts', '../*/commands.ts', '!../app/commands.ts'],
  { import: 'commands' },
);

/** Loads them with the first opening: a screen's code waits until somebody needs it. */
export function loadCommandSources(): Promise<CommandSource[]> {
  return Promise.all(Object.values(SOURCES).map((load) => load()));
}
