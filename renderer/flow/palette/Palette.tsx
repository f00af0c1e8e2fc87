import { ScrollArea, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleDescriptor } from '../../../preload/contract';
import { useBuilder } from '../builder-store';
import { useLanguage } from '../use-language';
import { groupModules } from './group-modules';
import classes from './Palette.module.css';
import { PaletteOption } from './PaletteOption';

/** In a low window, above or below what it opens from there is less than half of the height. */
const MOST_HEIGHT = 'min(320px, 50dvh - 100px)';

interface Props {
  label: string;
  /** Stays open beside the canvas; its modules can be dragged. */
  isDocked?: boolean;
  onChoose: (descriptor: ModuleDescriptor) => void;
  onClose: () => void;
}

/** A search field that owns a list: the focus stays in the field, arrows move the active option. */
export function Palette({ label, isDocked = false, onChoose, onClose }: Props) {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

  const groups = useMemo(
    () => groupModules(catalogue, search, language),
    [catalogue, search, language],
  );
  const options = groups.flatMap(({ modules }) => modules);
  const activeType = options[active]?.type;
  const optionId = (type: string) => `${listId}-${type}`;

  useEffect(() => {
    if (activeType === undefined) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeType]);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, active, options.length);
    if (next !== undefined) setActive(next);
    else if (event.key === 'Enter') {
      const chosen = options[active];
      if (chosen) onChoose(chosen);
    } else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={classes.palette}
      data-docked={isDocked || undefined}
      {...(!isDocked && { role: 'dialog', 'aria-label': label })}
    >
      <TextInput
        className={classes.search}
        data-autofocus
        variant="unstyled"
        leftSection={<Search size={16} aria-hidden />}
        placeholder={t('palette.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-label={isDocked ? t('palette.searchDocked') : t('palette.search')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeType && optionId(activeType)}
      />
      <ScrollArea.Autosize mah={isDocked ? '100%' : MOST_HEIGHT} type="auto">
        <div ref={list} id={listId} role="listbox" aria-label={label}>
          {groups.map(({ group, modules }) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, not fieldsets
            <div key={group} role="group" aria-label={t(`groups.${group}`)}>
              <div className={classes.group} aria-hidden>
                {t(`groups.${group}`)}
              </div>
              {modules.map((descriptor) => (
                <PaletteOption
                  key={descriptor.type}
                  id={optionId(descriptor.type)}
                  descriptor={descriptor}
                  isActive={descriptor.type === activeType}
                  onPoint={() => setActive(options.indexOf(descriptor))}
                  isDraggable={isDocked}
                  onChoose={() => onChoose(descriptor)}
                />
              ))}
            </div>
          ))}
          {options.length === 0 && (
            <Text size="sm" c="dimmed" p="md">
              {t('palette.nothing', { search })}
            </Text>
          )}
        </div>
      </ScrollArea.Autosize>
    </div>
  );
}

/** Where a key takes the active option, round the ends; undefined for other keys. */
function moved(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
