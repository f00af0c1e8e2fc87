import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { X } from 'lucide-react';
import { Fragment, type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBuilder } from '../builder-store';
import { ModuleIcon } from '../modules/ModuleIcon';
import { toggleDock } from '../panels/panels-store';
import { useLanguage } from '../use-language';
import { addFromDock, beginDrag } from './add-from-dock';
import { groupModules } from './group-modules';
import classes from './PaletteDock.module.css';

/** The palette as icons, where the settings of a module need the room. */
export function NarrowDock() {
  const { t } = useTranslation('flow');
  const language = useLanguage();
  const catalogue = useBuilder((state) => state.catalogue);
  const groups = useMemo(() => groupModules(catalogue, '', language), [catalogue, language]);
  // Tab leads to one of them, and arrows from there to the others.
  const [current, setCurrent] = useState(groups[0]?.modules[0]?.type);
  return (
    <aside className={classes.narrow} data-pane="palette" aria-label={t('palette.dock')}>
      <Tooltip label={t('palette.close')} position="right">
        <ActionIcon size={28} aria-label={t('palette.close')} onClick={toggleDock}>
          <X size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <div
        role="toolbar"
        aria-orientation="vertical"
        aria-label={t('palette.title')}
        className={classes.icons}
        onKeyDown={moveFocus}
      >
        {groups.map(({ group, modules }) => (
          <Fragment key={group}>
            {modules.map((descriptor) => (
              <Tooltip
                key={descriptor.type}
                label={descriptor.texts[language].name}
                position="right"
              >
                <UnstyledButton
                  className={classes.icon}
                  tabIndex={descriptor.type === current ? 0 : -1}
                  aria-label={descriptor.texts[language].name}
                  draggable
                  onDragStart={(event) => beginDrag(event, descriptor)}
                  onFocus={() => setCurrent(descriptor.type)}
                  onClick={() => addFromDock(descriptor, language)}
                >
                  <ModuleIcon icon={descriptor.icon} group={descriptor.group} size="sm" />
                </UnstyledButton>
              </Tooltip>
            ))}
          </Fragment>
        ))}
      </div>
    </aside>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.contains(document.activeElement));
  const next = placeAfter(event.key, at);
  if (next === undefined) return;
  event.preventDefault();
  buttons.at(next % buttons.length)?.focus();
}

/** Counted from the end where it is negative; undefined for other keys. */
function placeAfter(key: string, at: number): number | undefined {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : undefined;
}
