import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { Bold, Heading1, Heading2, Italic, List, ListOrdered } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '../../../app/keys';
import { LinkControl } from './LinkControl';
import classes from './RichText.module.css';
import { VariablePicker } from './VariablePicker';

interface Props {
  editor: Editor;
  moduleId: string;
}

/** One stop of the Tab key; the arrows move within. */
export function RichToolbar({ editor, moduleId }: Props) {
  const { t } = useTranslation('flow');
  const active = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      title: editor.isActive('heading', { level: 1 }),
      subtitle: editor.isActive('heading', { level: 2 }),
      bullets: editor.isActive('bulletList'),
      numbers: editor.isActive('orderedList'),
    }),
  });
  const run = () => editor.chain().focus();
  const controls = [
    { key: 'bold', Icon: Bold, press: () => run().toggleBold().run() },
    { key: 'italic', Icon: Italic, press: () => run().toggleItalic().run() },
    { key: 'title', Icon: Heading1, press: () => run().toggleHeading({ level: 1 }).run() },
    { key: 'subtitle', Icon: Heading2, press: () => run().toggleHeading({ level: 2 }).run() },
    { key: 'bullets', Icon: List, press: () => run().toggleBulletList().run() },
    { key: 'numbers', Icon: ListOrdered, press: () => run().toggleOrderedList().run() },
  ] as const;
  return (
    <RichTextEditor.Toolbar
      role="toolbar"
      aria-label={t('rich.toolbar')}
      className={classes.toolbar}
      onKeyDown={moveWithin}
    >
      {controls.map(({ key, Icon, press }, index) => (
        <RichTextEditor.Control
          key={key}
          className={classes.control}
          tabIndex={index === 0 ? 0 : -1}
          aria-label={t(`rich.${key}`)}
          title={t(`rich.${key}`)}
          aria-pressed={active[key]}
          active={active[key]}
          onClick={press}
        >
          <Icon size={15} aria-hidden />
        </RichTextEditor.Control>
      ))}
      <LinkControl editor={editor} />
      <span className={classes.space} />
      <VariablePicker
        moduleId={moduleId}
        onPick={(source) => run().insertContent({ type: 'reference', attrs: { source } }).run()}
      />
    </RichTextEditor.Toolbar>
  );
}

function moveWithin(event: KeyboardEvent<HTMLElement>): void {
  const key = keyOf(event);
  const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const { currentTarget, target } = event;
  if (by === undefined || !(target instanceof HTMLButtonElement)) return;
  const buttons = [...currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(target);
  if (at < 0) return;
  buttons[(at + by + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
