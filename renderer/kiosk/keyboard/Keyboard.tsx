import 'react-simple-keyboard/build/css/index.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import Keys, { type KeyboardReactInterface } from 'react-simple-keyboard';
import type { ChatLanguage } from '../../../preload/contract';
import { type Field, fieldsAround, kindOf, neighbourOf } from './field';
import classes from './Keyboard.module.css';
import { type Layers, layersFor } from './layouts';
import { faces, labels } from './special-keys';
import { typedDateOf } from './typed-date';
import { enter, erase, goTo, moveCaret, type as typeText } from './typing';
import { useFocusedField } from './use-focused-field';
import { useKeyboardWords } from './use-keyboard-words';

interface Props {
  /** Of staff, while they are asked; null while participants type. */
  staffLanguage: ChatLanguage | null;
}

/** For devices without a keyboard of their own: there while a field has the focus, below everything. */
export function Keyboard({ staffLanguage }: Props) {
  const participants = useTranslation().i18n.language;
  const { field, close } = useFocusedField();
  if (!field) return null;
  return (
    <FieldKeyboard
      key={kindOf(field)}
      field={field}
      language={staffLanguage ?? participants}
      onClose={close}
    />
  );
}

type Shift = 'off' | 'once' | 'locked';
const AFTER: Readonly<Record<Shift, Shift>> = { off: 'once', once: 'locked', locked: 'off' };

interface FieldProps {
  field: Field;
  language: ChatLanguage;
  onClose: () => void;
}

function FieldKeyboard({ field, language, onClose }: FieldProps) {
  const words = useKeyboardWords(language);
  const kind = kindOf(field);
  const [shift, setShift] = useState<Shift>('off');
  const [hasAccents, setAccents] = useState(false);
  const [isLatin, setLatin] = useState(false);
  const keys = useRef<KeyboardReactInterface | null>(null);
  const board = useRef<HTMLElement>(null);
  useInView(field, board);
  useCapitalFirst(field, () => setShift('once'));

  const hasNeighbours = fieldsAround(field).length > 1;
  const layout = layersFor({ kind, language, isLatin, hasNeighbours });
  const layer: keyof Layers = hasAccents
    ? shift === 'off'
      ? 'accents'
      : 'accentsShift'
    : shift === 'off'
      ? 'default'
      : 'shift';

  const special: Readonly<Record<string, () => void>> = {
    '{shift}': () => setShift(AFTER[shift]),
    '{accents}': () => setAccents(!hasAccents),
    '{script}': () => setLatin(!isLatin),
    '{close}': onClose,
    '{left}': () => moveCaret(field, -1),
    '{right}': () => moveCaret(field, 1),
    '{previous}': () => void goTo(neighbourOf(field, -1)),
    '{next}': () => void goTo(neighbourOf(field, 1)),
    '{enter}': () => enter(field),
    '{bksp}': () => (typedDateOf(field) ?? { erase }).erase(),
    '{space}': () => typeText(' '),
  };
  const press = (key: string) => {
    const run = special[key];
    if (run) {
      run();
      return;
    }
    (typedDateOf(field) ?? { type: typeText }).type(key);
    if (shift === 'once') setShift('off');
    if (hasAccents) setAccents(false);
  };

  return (
    <section
      ref={board}
      className={classes.board}
      data-pad={/^(number|tel|time|date|choice)$/.test(kind) || undefined}
      aria-label={words.label}
      dir="ltr"
      // The field keeps the focus, and with it the caret.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <Keys
        keyboardRef={(instance: KeyboardReactInterface) => {
          keys.current = instance;
        }}
        layout={layout as unknown as Record<string, string[]>}
        layoutName={layer}
        display={faces(isLatin)}
        mergeDisplay
        useButtonTag
        theme={`hg-theme-default ${classes.keys ?? ''}`}
        buttonAttributes={labels(words, isLatin)}
        buttonTheme={[
          { class: classes.wide ?? '', buttons: '{enter} {bksp} {shift}' },
          { class: classes.space ?? '', buttons: '{space}' },
          {
            class: classes.text ?? '',
            buttons: 'https:// .com .de .fr .es .it .nl .pl .com.tr .cz .hu .pt .se',
          },
          { class: classes.function ?? '', buttons: FUNCTIONS },
          { class: classes.pressed ?? '', buttons: pressedKeys(shift, hasAccents) },
        ]}
        disableCaretPositioning
        preventMouseDownDefault
        onKeyPress={press}
        // The library remembers what is typed; nobody here may.
        onChange={() => keys.current?.clearInput()}
      />
    </section>
  );
}

const FUNCTIONS =
  '{close} {accents} {script} {left} {right} {previous} {next} {bksp} {shift} {enter}';

/** At least one, as the library wants it: a key that is on no layout. */
function pressedKeys(shift: Shift, hasAccents: boolean): string {
  const pressed = [shift === 'off' ? '' : '{shift}', hasAccents ? '{accents}' : ''];
  return pressed.filter(Boolean).join(' ') || '{none}';
}

/** The keyboard takes of the screen: the field is moved to where it is seen. */
function useInView(field: Field, board: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const show = () => field.scrollIntoView({ block: 'nearest' });
    show();
    const sizes = new ResizeObserver(show);
    if (board.current) sizes.observe(board.current);
    return () => sizes.disconnect();
  }, [field, board]);
}

/** What is written in sentences begins with a capital letter, as on any telephone. */
function useCapitalFirst(field: Field, capitalise: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each field
  useEffect(() => {
    const isSentence = kindOf(field) === 'text' && field.autocapitalize === '';
    if (isSentence && field.value === '') capitalise();
  }, [field]);
}
