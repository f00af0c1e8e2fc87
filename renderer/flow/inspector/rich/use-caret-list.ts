import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { keyOf } from '../../../app/keys';
import { type Choice, matching } from './variable-choices';

/** What was typed to open the list, and where the list belongs. */
export interface Asked {
  from: number;
  query: string;
  /** Of the line, in the window. */
  left: number;
  top: number;
  bottom: number;
}

/** A slash at the beginning of a word, or the sign with which a reference begins. */
const ASKS = /(?:^|\s)(?<slash>\/(?<word>[\p{L}\p{N}_]*))$|(?<brace>\$\{(?<inner>[^{}]*))$/u;

function askedIn(editor: Editor): Asked | null {
  const { selection } = editor.state;
  if (!selection.empty || !editor.isFocused) return null;
  const { $from, from } = selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, '\n', '\uFFFC');
  const found = ASKS.exec(before)?.groups;
  if (!found) return null;
  const typed = found.slash ?? found.brace ?? '';
  const start = from - typed.length;
  const { left, top, bottom } = editor.view.coordsAtPos(start);
  return { from: start, query: found.word ?? found.inner ?? '', left, top, bottom };
}

/** The list of variables at the caret, and the keys that move in it. */
export function useCaretList(
  editor: Editor | null,
  { choices, load }: { choices: readonly Choice[]; load(): void },
) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const closedAt = useRef<number | null>(null);
  const isOpen = asked !== null;
  const shown = asked ? matching(choices, asked.query).slice(0, 8) : [];

  useEffect(() => {
    if (!editor) return;
    const look = () => {
      const found = askedIn(editor);
      if (found?.from !== closedAt.current) closedAt.current = null;
      setAsked(closedAt.current === null ? found : null);
      setAt(0);
    };
    const close = () => setAsked(null);
    editor.on('transaction', look);
    editor.on('blur', close);
    return () => {
      editor.off('transaction', look);
      editor.off('blur', close);
    };
  }, [editor]);

  useEffect(() => {
    if (isOpen) load();
  }, [isOpen, load]);

  const pick = (choice: Choice) => {
    if (!editor || !asked) return;
    const { to } = editor.state.selection;
    const content = { type: 'reference', attrs: { source: choice.source } };
    editor.chain().focus().insertContentAt({ from: asked.from, to }, content).run();
  };

  /** Whether the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    const choice = shown[at];
    if (!asked || !choice) return false;
    const key = keyOf(event);
    if (key === 'ArrowDown') setAt((at + 1) % shown.length);
    else if (key === 'ArrowUp') setAt((at + shown.length - 1) % shown.length);
    else if (key === 'Enter' || key === 'Tab') pick(choice);
    else if (key === 'Escape') {
      closedAt.current = asked.from;
      setAsked(null);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { asked: shown.length > 0 ? asked : null, shown, at, pick, onKey };
}
