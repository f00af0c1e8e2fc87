import { useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { ChatSettingsDialog } from './ChatSettingsDialog';
import { ConnectDialog } from './ConnectDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

/** The dialog that a key or a button of the canvas has opened. */
export function CanvasDialog() {
  const dialog = useCanvas((state) => state.dialog);
  const moduleId = dialog?.kind === 'connect' ? dialog.moduleId : null;
  const module = useDraft(({ graph }) =>
    moduleId === null ? undefined : graph.modules.find(({ id }) => id === moduleId),
  );
  if (dialog?.kind === 'shortcuts') return <ShortcutsDialog />;
  if (dialog?.kind === 'chatSettings') return <ChatSettingsDialog />;
  return module ? <ConnectDialog key={module.id} module={module} /> : null;
}
