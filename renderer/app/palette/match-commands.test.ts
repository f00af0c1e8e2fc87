import { Search } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import type { Command } from '../commands';
import { matchCommands } from './match-commands';

function command(id: string, label: string, more: Partial<Command> = {}): Command {
  return { id, group: 'actions', label, icon: Search, run: () => undefined, ...more };
}

const found = (commands: Command[], typed: string) =>
  matchCommands(commands, typed).flatMap((group) => group.commands.map(({ id }) => id));

describe('the palette finds', () => {
  it('all words in any order, in the label or in what else is known', () => {
    const commands = [
      command('draw', 'Prepare a draw', { detail: 'Draws' }),
      command('back', 'Back up', { also: 'copy save' }),
    ];
    expect(found(commands, 'draw prep')).toEqual(['draw']);
    expect(found(commands, 'save back')).toEqual(['back']);
    expect(found(commands, 'draw copy')).toEqual([]);
  });

  it('whatever letter case and accents', () => {
    const commands = [
      command('audit', 'Prüfprotokoll öffnen'),
      command('street', 'Straße'),
      command('cafe', 'Café au lait'),
    ];
    expect(found(commands, 'PRUF')).toEqual(['audit']);
    expect(found(commands, 'prüf')).toEqual(['audit']);
    expect(found(commands, 'strasse')).toEqual(['street']);
    expect(found(commands, 'cafe')).toEqual(['cafe']);
  });

  it('first what begins so, then what has a word that does, then what has it inside', () => {
    const commands = [
      command('inside', 'Undrawn lots'),
      command('word', 'Prepare a draw'),
      command('start', 'Draws'),
    ];
    expect(found(commands, 'draw')).toEqual(['start', 'word', 'inside']);
  });

  it('groups in their order, unless another has the better match', () => {
    const commands = [
      command('setting', 'Backup', { group: 'settings' }),
      command('module', 'Message', { group: 'modules', detail: 'about a backup' }),
    ];
    expect(found(commands, '')).toEqual(['module', 'setting']);
    expect(found(commands, 'backup')).toEqual(['setting', 'module']);
  });
});
