import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortcut } from '../../app/shortcut';
import { Dialog } from '../../ui/Dialog';
import { Keys } from '../../ui/Keys';
import { openDialog } from '../canvas-store';

const SHORTCUTS = [
  ['add', 'A'],
  ['palette', 'P'],
  ['connect', 'C'],
  ['arrows', '← ↑ ↓ →'],
  ['move', 'Alt + ← ↑ ↓ →'],
  ['edit', 'Enter'],
  ['rename', 'F2'],
  ['read', 'R'],
  ['find', shortcut('F')],
  ['list', 'L'],
  ['section', 'S'],
  ['resize', shortcut('← ↑ ↓ →')],
  ['select', 'Space'],
  ['alsoSelect', 'Shift + Enter'],
  ['deselect', 'Esc'],
  ['remove', 'Delete'],
  ['selectAll', shortcut('A')],
  ['copy', shortcut('C')],
  ['cut', shortcut('X')],
  ['paste', shortcut('V')],
  ['duplicate', shortcut('D')],
  ['undo', shortcut('Z')],
  ['redo', shortcut('Shift+Z')],
  ['tidy', 'T'],
  ['fit', 'F'],
  ['zoom', '+ −'],
  ['zoomReset', '0'],
  ['screens', shortcut('1 … 9')],
  ['panes', 'F6'],
  ['help', '?'],
] as const;

export function ShortcutsDialog() {
  const { t } = useTranslation('flow');
  return (
    <Dialog isToRead size={620} onClose={() => openDialog(null)} title={t('shortcuts.title')}>
      <Table verticalSpacing={6} aria-label={t('shortcuts.title')}>
        <Table.Tbody>
          {SHORTCUTS.map(([name, keys]) => (
            <Table.Tr key={name}>
              <Table.Td>{t(`shortcuts.${name}`)}</Table.Td>
              <Table.Td ta="right">
                <Keys keys={keys} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Dialog>
  );
}
