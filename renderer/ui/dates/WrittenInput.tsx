import { TextInput, type TextInputProps } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface WrittenInputProps
  extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange' | 'placeholder'> {
  /** As it is stored; empty is none. */
  value: string;
  /** What is stored, as people of the language write it. */
  write(stored: string): string;
  /** Null for what cannot be read; `isFinished` once nothing more is typed. */
  read(written: string, isFinished: boolean): string | null;
  /** Something that can be read, for people who wonder how. */
  example: string;
  /** What an empty field shows instead of the example, which could pass for a value. */
  format?: string;
  onChange(stored: string): void;
}

/** A text with a meaning, such as a day: what cannot be read is said, and changes nothing. */
export function WrittenInput({
  value,
  write,
  read,
  example,
  format,
  error,
  onChange,
  onBlur,
  onKeyDown,
  ...input
}: WrittenInputProps) {
  const { t } = useTranslation('app');
  const shown = write(value);
  const [text, setText] = useState(shown);
  const [isWrong, setWrong] = useState(false);
  const known = useRef(value);

  useEffect(() => {
    // What was typed here is shown as it was typed; another value comes from a picker or from undo.
    if (value === known.current) return;
    known.current = value;
    setText(shown);
    setWrong(false);
  }, [value, shown]);

  // The language of the page has changed.
  const isTyping = useRef(false);
  useEffect(() => {
    if (!isTyping.current) setText(shown);
  }, [shown]);

  const take = (written: string, isFinished: boolean): string | null => {
    const stored = written.trim() === '' ? '' : read(written, isFinished);
    if (stored !== null && stored !== known.current) {
      known.current = stored;
      onChange(stored);
    }
    return stored;
  };
  const finish = (): void => {
    isTyping.current = false;
    if (text === shown) return;
    const stored = take(text, true);
    if (stored !== null) setText(write(stored));
    setWrong(stored === null);
  };

  return (
    <TextInput
      {...input}
      value={text}
      error={isWrong ? t('dates.unreadable', { example }) : error}
      placeholder={format ?? t('dates.example', { example })}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget: { value: written } }) => {
        isTyping.current = true;
        setText(written);
        if (take(written, false) !== null) setWrong(false);
      }}
      onBlur={(event: FocusEvent<HTMLInputElement>) => {
        finish();
        onBlur?.(event);
      }}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter') finish();
        onKeyDown?.(event);
      }}
    />
  );
}
