import type { Input } from 'electron';

/**
 * Whether a participant may press it: what types and moves in a chat. Every combination with Ctrl,
 * Alt or the system's key and every function key is a shortcut of something that they have no
 * business with, but for the characters that AltGr or Option types.
 */
export function isParticipantKey({ key, control, alt, meta }: Readonly<Input>): boolean {
  if (/^F\d+$/.test(key) || /^(Browser|Launch|Media|Zoom|Print|ContextMenu)/.test(key))
    return false;
  const types = alt && !meta && key.length === 1 && key !== ' ';
  return types || !(control || alt || meta);
}
