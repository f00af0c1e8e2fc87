import { z } from 'zod';
import { recall, remember } from '../app/memory';
import { onLock } from '../app/screen-store';
import { useBuilder } from './builder-store';
import { useDraft } from './draft-store';
import { PackedHistory, packHistory, unpackHistory } from './packed-history';

/** The steps, and the revision of the draft that they lead to. */
const Remembered = z.object({ revision: z.number(), history: z.string() });

const PAUSE_MS = 2_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const forget = (): void => {
  clearTimeout(timer);
  timer = undefined;
};
onLock(forget);

/** To be called when the draft is saved: its undo history outlives a lock, and another experience. */
export function rememberUndoSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void rememberUndo(), PAUSE_MS);
}

/** Remembers now what waits. It is no harm when that fails: the draft itself is saved. */
export async function rememberUndo(): Promise<void> {
  if (timer === undefined) return;
  forget();
  const { experience, revision } = useBuilder.getState();
  if (!experience) return;
  const history = packHistory(useDraft.getState().history());
  await remember(`undo:${experience.id}`, { revision, history }).catch(() => undefined);
}

/** Takes the history of the draft that was just loaded, unless the draft was changed elsewhere. */
export async function recallUndo(id: string, revision: number): Promise<void> {
  const { graph } = useDraft.getState();
  const remembered = await recall(`undo:${id}`, Remembered).catch(() => null);
  if (remembered === null) return;
  if (remembered.revision !== revision) {
    await remember(`undo:${id}`, undefined).catch(() => undefined);
    return;
  }
  const packed = PackedHistory.safeParse(JSON.parse(remembered.history)).data;
  // Who has begun to work meanwhile has a history already.
  if (packed && useDraft.getState().graph === graph) {
    useDraft.getState().recallHistory(unpackHistory(packed));
  }
}
