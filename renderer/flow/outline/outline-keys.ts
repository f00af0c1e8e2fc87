import type { ModuleNode } from '../../../preload/contract';
import { showError } from '../../app/errors';
import { currentLanguage } from '../../app/i18n';
import { freePlace } from '../canvas/place-below';
import {
  openDialog,
  openPalette,
  renameHere,
  revealModule,
  select,
  useCanvas,
} from '../canvas-store';
import { copySelection, cutSelection, duplicateSelection, paste } from '../clipboard-actions';
import { keyOfRow, type OutlineRow, ownerOf, rowOfModule } from '../graph/outline';
import { firstFieldOf } from '../inspector/first-field';
import { setPanels, toggleDock } from '../panels/panels-store';
import { switchView } from '../panels/switch-view';
import { focusRow, placeAt, removeRow } from './row-actions';

export interface Press {
  readonly rows: readonly OutlineRow[];
  readonly at: number;
  readonly row: OutlineRow;
  readonly go: (row: OutlineRow | undefined) => void;
}

export type Keys = Readonly<Record<string, (press: Press) => void>>;

/** Along the list and out of a branch, and what the canvas does, too. */
export const KEYS: Keys = {
  ArrowDown: ({ rows, at, go }) => go(rows[at + 1]),
  ArrowUp: ({ rows, at, go }) => go(rows[at - 1]),
  ArrowLeft: ({ rows, at, row, go }) =>
    go(rows.slice(0, at).findLast(({ depth }) => depth < row.depth)),
  ArrowRight: ({ rows, at, row, go }) => {
    const next = rows[at + 1];
    if (next && next.depth > row.depth) go(next);
  },
  Home: ({ rows, go }) => go(rows[0]),
  End: ({ rows, go }) => go(rows.at(-1)),
  Enter: ({ rows, row, go }) => {
    if (row.kind === 'module') openSettings(row.module);
    else if (row.kind === 'goesTo') go(rowOfModule(rows, row.module.id));
    else add(row);
  },
  ' ': ({ row }) => select([ownerOf(row)]),
  Escape: () => select([]),
  F2: ({ row }) => row.kind === 'module' && renameHere(row.module.id),
  a: ({ row }) => add(row),
  c: ({ row }) =>
    openDialog({
      kind: 'connect',
      moduleId: ownerOf(row),
      ...(row.kind !== 'module' && { branch: row.branchId }),
    }),
  l: switchView,
  p: toggleDock,
  '?': () => openDialog({ kind: 'shortcuts' }),
  Delete: ({ row }) => removeRow(row),
  Backspace: ({ row }) => removeRow(row),
};

/** With Ctrl, or Cmd on a Mac; about what is selected, or the row where it is not among that. */
export const COMMANDS: Keys = {
  c: ({ row }) => {
    selectRow(row);
    void copySelection().catch(showError);
  },
  x: ({ row }) => {
    if (row.kind !== 'module') return;
    selectRow(row);
    // The focus goes to the row beside one that is removed.
    const isAlone = useCanvas.getState().modules.length === 1;
    const cut = isAlone
      ? copySelection().then((isCopied) => isCopied && removeRow(row))
      : cutSelection();
    void cut.catch(showError);
  },
  v: () =>
    void paste(freePlace(), currentLanguage()).then(
      ([first]) => first && focusRow(first),
      showError,
    ),
  d: ({ row }) => {
    selectRow(row);
    const [copy] = duplicateSelection(currentLanguage());
    if (copy) focusRow(copy);
  },
};

/** On the buttons of a row. */
export const BUTTON_KEYS: Keys = {
  Escape: ({ row }) => focusRow(keyOfRow(row)),
};

/** The focus moves without selecting: what is done to a row is not done to another that was selected. */
function selectRow(row: OutlineRow): void {
  const id = ownerOf(row);
  if (!useCanvas.getState().modules.includes(id)) select([id]);
}

function add(row: OutlineRow): void {
  const target = placeAt(row);
  if (target) openPalette(target);
}

/** The cursor goes into the first field. */
function openSettings(module: ModuleNode): void {
  setPanels({ isInspectorOpen: true });
  revealModule(module.id, { field: firstFieldOf(module), where: 'inView' });
}
