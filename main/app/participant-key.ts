import type { Input } from 'electron';

/** What an input method, a dead key or AltGr is pressed with on the way to a character. */
const WRITING =
  /^(Dead|Process|Compose|AltGraph|Convert|NonConvert|KanaMode|KanjiMode|Hiragana|Katakana|HiraganaKatakana|Zenkaku|Hankaku|ZenkakuHankaku|Romaji|Eisu|Alphanumeric|HangulMode|HanjaMode|JunjaMode|ModeChange)$/;

/**
 * Whether a participant may press it: what types and moves in a chat. Every combination with Ctrl,
 * Alt or the system's key and every function key is a shortcut of something that they have no
 * business with, but for what writes: the characters that AltGr (Ctrl and Alt on Windows) or Option
 * types, dead keys, and the keys of an input method.
 */
export function isParticipantKey({ key, control, alt, meta }: Readonly<Input>): boolean {
  if (/^F\d+$/.test(key) || /^(Browser|Launch|Media|Zoom|Print|ContextMenu)/.test(key))
    return false;
  if (!(control || alt || meta)) return true;
  const isCharacter = [...key].length === 1 && key !== ' ';
  const isTaken = key === 'Process';
  return !meta && (isTaken || (alt && (isCharacter || WRITING.test(key))));
}
