import { Kbd, Modal, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayer } from '../../ui/layers';
import type { Command } from '../commands';
import { showError } from '../errors';
import classes from './CommandPalette.module.css';
import { useCommandPalette } from './palette-store';
import { useCommands } from './use-commands';

/** Finds and does everything that the user's role permits, from one field: Ctrl/Cmd+K. */
export function CommandPalette() {
  const { t } = useTranslation('app');
  const { isOpen, close } = useCommandPalette();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      size={620}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
      {...useLayer(isOpen)}
    >
      <Modal.Overlay />
      <Modal.Content radius="lg" aria-label={t('palette.label')}>
        <Modal.Body p={0}>
          <Palette onClose={close} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A field that owns a list: the focus stays in the field, arrows move the active option. */
function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app');
  const [typed, setTyped] = useState('');
  /** By its id, as what comes later may stand before it; null is the first. */
  const [active, setActive] = useState<string | null>(null);
  const groups = useCommands(typed);
  const commands = groups.flatMap((group) => group.commands);
  const chosen = commands.find(({ id }) => id === active) ?? commands[0];
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const optionId = (id: string) => `${listId}-${id}`;

  useEffect(() => {
    if (chosen?.id === undefined) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const run = (command: Command) => {
    onClose();
    // Once the focus is back where it was: what runs may take it elsewhere.
    setTimeout(() => void Promise.resolve().then(command.run).catch(showError));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = Math.max(0, chosen ? commands.indexOf(chosen) : 0);
    const next = moved(event.key, at, commands.length);
    if (next !== undefined) setActive(commands[next]?.id ?? null);
    else if (event.key === 'Enter' && chosen) run(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TextInput
        className={classes.search}
        data-autofocus
        variant="unstyled"
        size="md"
        leftSection={<Search size={18} aria-hidden />}
        placeholder={t('palette.placeholder')}
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={chosen && optionId(chosen.id)}
      />
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={t('palette.label')}
        className={classes.list}
      >
        {groups.map(({ group, commands: ofGroup }) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets
          <div key={group} role="group" aria-label={t(`palette.groups.${group}`)}>
            <div className={classes.group} aria-hidden>
              {t(`palette.groups.${group}`)}
            </div>
            {ofGroup.map((command) => (
              <Option
                key={command.id}
                id={optionId(command.id)}
                command={command}
                isActive={command === chosen}
                onPoint={() => setActive(command.id)}
                onChoose={() => run(command)}
              />
            ))}
          </div>
        ))}
      </div>
      <Text
        size="sm"
        c="dimmed"
        role="status"
        className={commands.length === 0 && typed !== '' ? classes.nothing : classes.count}
      >
        {commands.length === 0 && typed !== ''
          ? t('palette.nothing', { typed })
          : t('palette.count', { count: commands.length })}
      </Text>
    </>
  );
}

interface OptionProps {
  id: string;
  command: Command;
  isActive: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

function Option({ id, command, isActive, onPoint, onChoose }: OptionProps) {
  const { label, detail, keys, icon: Icon } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field that owns the list has the keys
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.option}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <Icon size={17} strokeWidth={1.75} aria-hidden />
      <span className={classes.name}>{label}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
      {keys && (
        <Kbd size="xs" aria-hidden>
          {keys}
        </Kbd>
      )}
    </div>
  );
}

/** Where a key takes the active option, round the ends; undefined for other keys. */
function moved(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active + count - 1) % count;
  return undefined;
}
