import { Input, Portal } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditor } from '@tiptap/react';
import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CharactersLeft } from '../../../ui/CharactersLeft';
import type { SpecialFieldProps } from '../fields/special-field';
import { ChoiceWords } from './ChoiceWords';
import { extensionsFor } from './extensions';
import classes from './RichText.module.css';
import { RichToolbar } from './RichToolbar';
import { documentOf, textOf } from './rich-document';
import { type Asked, useCaretList } from './use-caret-list';
import { useChoices } from './variable-choices';

const MAX_LENGTH = 5_000;

interface Props extends SpecialFieldProps {
  input: SpecialFieldProps['input'] & { description?: string | undefined };
}

/** A text of the chat as it will look, with its references as chips. It is kept as light markdown. */
export function RichTextField({ input, value, moduleId, maxLength = MAX_LENGTH, onChange }: Props) {
  const { t } = useTranslation('flow');
  const id = useId();
  const known = useRef(value);
  const change = useRef(onChange);
  const onKey = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const attributes = useAttributes(id, input);
  const [extensions] = useState(() => extensionsFor(maxLength));
  // While it is folded away it has no editor, and gets another one when it is shown again.
  const editor: Editor | null = useEditor({
    extensions,
    content: documentOf(value),
    // The page's policy forbids style elements; the few rules are in the module's style sheet.
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes, handleKeyDown: (_, event) => onKey.current(event) },
    onUpdate: ({ editor: { state } }) => {
      const text = textOf(state.doc.toJSON());
      if (text === known.current) return;
      known.current = text;
      change.current(text);
    },
  });
  const list = useCaretList(editor, useChoices(moduleId));

  useEffect(() => {
    change.current = onChange;
    onKey.current = list.onKey;
  });

  useEffect(() => {
    // The editor itself has made the text that it shows; another one comes from undo.
    if (value === known.current) return;
    known.current = value;
    editor?.commands.setContent(documentOf(value), { emitUpdate: false });
  }, [editor, value]);

  const { asked, shown, at, pick } = list;
  const listId = `${id}-list`;
  useEffect(() => {
    const isOpen = asked !== null;
    // One whose time has passed before it was shown, on a slow computer, has no view; another one comes.
    const dom = editor?.isDestroyed === false ? editor.view.dom : null;
    if (isOpen) dom?.setAttribute('aria-activedescendant', `${listId}-${at}`);
    else dom?.removeAttribute('aria-activedescendant');
  }, [editor, asked, at, listId]);

  return (
    <Input.Wrapper
      label={input.label}
      labelElement="div"
      labelProps={{ id: `${id}-label`, onClick: () => editor?.commands.focus() }}
      description={input.description}
      descriptionProps={{ id: `${id}-about` }}
      error={input.error}
      errorProps={{ id: `${id}-error` }}
      withAsterisk={input.withAsterisk}
    >
      <RichTextEditor
        editor={editor}
        withTypographyStyles={false}
        withCodeHighlightStyles={false}
        classNames={{ root: classes.root ?? '', content: classes.content ?? '' }}
        data-rich
        data-error={Boolean(input.error) || undefined}
      >
        {editor && <RichToolbar editor={editor} moduleId={moduleId} />}
        <RichTextEditor.Content />
      </RichTextEditor>
      <CharactersLeft used={value.length} max={maxLength} />
      {asked && (
        <Portal>
          <div
            id={listId}
            role="listbox"
            aria-label={t('rich.insertVariable')}
            className={classes.caretList}
            style={placeOf(asked)}
          >
            {shown.map((choice, index) => (
              <div
                key={choice.source}
                ref={index === at ? intoView : undefined}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={classes.caretOption}
                onMouseDown={(event) => {
                  event.preventDefault();
                  pick(choice);
                }}
              >
                <ChoiceWords choice={choice} />
              </div>
            ))}
          </div>
        </Portal>
      )}
    </Input.Wrapper>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

const LIST = { width: 290, height: 310 };

/** Below the line, or above it where there is no room below. */
function placeOf({ left, top, bottom }: Asked): CSSProperties {
  const { innerWidth, innerHeight } = window;
  return {
    left: Math.max(0, Math.min(left, innerWidth - LIST.width)),
    ...(bottom + LIST.height < innerHeight
      ? { top: bottom + 4 }
      : { bottom: innerHeight - top + 4 }),
  };
}

/** Of the element in which is written, as an input would have them. */
function useAttributes(id: string, input: Props['input']): Record<string, string> {
  const described = [
    ...(input.description ? [`${id}-about`] : []),
    ...(input.error ? [`${id}-error`] : []),
  ];
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'data-field': input['data-field'],
    ...(input.label ? { 'aria-labelledby': `${id}-label` } : {}),
    ...(input['aria-label'] ? { 'aria-label': input['aria-label'] } : {}),
    ...(input.error ? { 'aria-invalid': 'true' } : {}),
    ...(input.withAsterisk ? { 'aria-required': 'true' } : {}),
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
  };
}
