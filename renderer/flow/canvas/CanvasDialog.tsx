import { useCanvas } from '../canvas-store';
import { useDraft } from '../draft-store';
import { ChatSettingsDialog } from './ChatSettingsDialog';
import { ConnectDialog } from './ConnectDialog';
import { ShortcutsDialog } from './ShortcutsDialog';

/** The dialog that a key or a button of the canvas has opened. */
export function CanvasDialog() {
  const dialog = useCanvas((state) => state.dialog);
  const connecting = dialog?.kind === 'connect' ? dialog : null;
  const module = useDraft(({ graph }) =>
    connecting === null ? undefined : graph.modules.find(({ id }) => id === connecting.moduleId),
  );
  if (dialog?.kind === 'shortcuts') return <ShortcutsDialog />;
  if (dialog?.kind === 'chatSettings') return <ChatSettingsDialog />;
  return module ? (
    <ConnectDialog key={module.id} module={module} branch={connecting?.branch} />
  ) : null;
}
