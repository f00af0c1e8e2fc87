import { Popover } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { closePalette, openPalette, useCanvas } from '../canvas-store';
import { PopoverPalette } from '../palette/PopoverPalette';
import classes from './AddBelowButton.module.css';
import { focusAddButton } from './focus-node';

interface Props {
  moduleId: string;
  branch: string;
  label: string;
  left: number;
}

/** React events of a portal bubble to the node it belongs to, which would select or move it. */
const keepFromNode = (event: SyntheticEvent) => event.stopPropagation();

export function AddBelowButton({ moduleId, branch, label, left }: Props) {
  const { t } = useTranslation('flow');
  const isOpen = useCanvas(
    ({ palette }) =>
      palette?.kind === 'below' && palette.moduleId === moduleId && palette.branch === branch,
  );

  const control = (
    <button
      type="button"
      className={`${classes.add} nodrag nopan`}
      style={{ left }}
      aria-label={t('canvas.addBelow', { branch: label })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      data-branch={branch}
      onClick={(event) => {
        event.stopPropagation();
        openPalette({ kind: 'below', moduleId, branch });
      }}
      onKeyDown={keepFromNode}
    >
      <Plus size={15} strokeWidth={2.4} aria-hidden />
    </button>
  );
  if (!isOpen) return control;

  const close = () => {
    closePalette();
    focusAddButton(moduleId, branch);
  };
  return (
    <Popover
      opened
      onDismiss={closePalette}
      // The palette closes itself on Escape, and then the focus goes back to the button.
      closeOnEscape={false}
      position="bottom"
      shadow="lg"
      trapFocus
    >
      <Popover.Target>{control}</Popover.Target>
      <Popover.Dropdown p={0} onKeyDown={keepFromNode} onClick={keepFromNode}>
        <PopoverPalette target={{ kind: 'below', moduleId, branch }} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
