import { TextInput } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { type Editor, useEditorState } from '@tiptap/react';
import { Link } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutParentheses } from '../../../../preload/contract';
import { EditorPopover } from './EditorPopover';
import { isLinkable } from './extensions';
import classes from './RichText.module.css';

/** Makes a link of what is selected, or of the address itself. */
export function LinkControl({ editor }: { editor: Editor }) {
  const { t } = useTranslation('flow');
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState('');
  const isActive = useEditorState({ editor, selector: () => editor.isActive('link') });
  const isGood = isLinkable(address.trim());

  const open = () => {
    setAddress(String(editor.getAttributes('link').href ?? 'https://'));
    setOpen(true);
  };
  const save = () => {
    if (!isGood) return;
    const href = encoded(address.trim());
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus();
    if (empty && !isActive) {
      const marks = [{ type: 'link', attrs: { href } }];
      chain.insertContent({ type: 'text', text: href.replace(/^https:\/\//, ''), marks }).run();
    } else chain.extendMarkRange('link').setLink({ href }).run();
    setOpen(false);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    setOpen(false);
  };

  return (
    <EditorPopover
      editor={editor}
      isOpen={isOpen}
      setOpen={setOpen}
      target={
        <RichTextEditor.Control
          className={classes.control}
          tabIndex={-1}
          aria-label={t('rich.link')}
          title={t('rich.link')}
          active={isActive}
          onClick={open}
        >
          <Link size={15} aria-hidden />
        </RichTextEditor.Control>
      }
      removal={isActive ? { label: t('rich.unlink'), onClick: remove } : null}
      canApply={isGood}
      onApply={save}
    >
      <TextInput
        data-autofocus
        label={t('rich.address')}
        description={t('rich.addressHint')}
        value={address}
        maxLength={2_000}
        spellCheck={false}
        error={isGood || 'https://'.startsWith(address) ? undefined : t('rich.addressWrong')}
        onChange={(event) => setAddress(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
        }}
      />
    </EditorPopover>
  );
}

/** Blanks would end the address within the text, too. */
function encoded(address: string): string {
  return withoutParentheses(address).replaceAll(/\s/g, '%20');
}
