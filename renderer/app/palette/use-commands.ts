import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { channels, permits, type Role } from '../../../preload/contract';
import { useAppStore } from '../app-store';
import { type Asker, type Command, type CommandSource, loadCommandSources } from '../commands';
import { showError } from '../errors';
import { type MatchedGroup, matchCommands } from './match-commands';

const PAUSE_MS = 150;
const NONE: readonly Command[] = [];

/** What there is for what is typed: at once what is known, a moment later what main finds. */
export function useCommands(typed: string): MatchedGroup[] {
  const asker = useAsker();
  const [sources, setSources] = useState<readonly CommandSource[]>([]);
  const [listed, setListed] = useState(NONE);
  const [found, setFound] = useState<{ typed: string; commands: readonly Command[] }>();
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);

  useEffect(() => {
    let isCurrent = true;
    setListed(NONE);
    const list = async () => {
      const loaded = await loadCommandSources();
      if (!isCurrent) return;
      setSources(loaded);
      // None waits for one that asks a busy lane of main.
      for (const source of loaded) {
        void listOf(source, asker).then((commands) => {
          if (isCurrent) setListed((before) => [...before, ...commands]);
        });
      }
    };
    list().catch(showError);
    return () => {
      isCurrent = false;
    };
  }, [asker]);

  useEffect(() => {
    let isCurrent = true;
    if (asked === '') return;
    // What one source does not find or may not tell keeps nothing from the others.
    const finds = sources.map(async (source) => source.find?.(asked, asker) ?? NONE);
    void Promise.allSettled(finds).then((answers) => {
      const commands = answers.flatMap((answer) =>
        answer.status === 'fulfilled' ? answer.value : NONE,
      );
      if (isCurrent) setFound({ typed: asked, commands });
    });
    return () => {
      isCurrent = false;
    };
  }, [asked, sources, asker]);

  return useMemo(() => {
    const matched = matchCommands(listed, typed);
    if (!found || found.typed !== typed.trim() || found.commands.length === 0) return matched;
    // Main has matched them, by rules of its own.
    return [...matched, { group: 'people' as const, commands: found.commands }];
  }, [listed, found, typed]);
}

/** What one source cannot list keeps nothing from the others. */
async function listOf(source: CommandSource, asker: Asker): Promise<readonly Command[]> {
  try {
    return (await source.list?.(asker)) ?? NONE;
  } catch (error) {
    showError(error);
    return NONE;
  }
}

function useAsker(): Asker {
  const language = useAppStore((state) => state.preferences.language);
  const role = useAppStore(({ status }) =>
    status?.state === 'unlocked' ? status.user.role : null,
  );
  return useMemo(() => ({ language, may: mayOf(role) }), [language, role]);
}

function mayOf(role: Role | null): Asker['may'] {
  return (channel) => role !== null && permits(channels[channel].access, role);
}
