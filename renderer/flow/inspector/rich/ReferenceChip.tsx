import { TextInput } from '@mantine/core';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REFERENCE } from '../../../../preload/contract';
import { ExpressionHelp } from '../fields/ExpressionHelp';
import { EditorPopover } from './EditorPopover';
import classes from './RichText.module.css';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A variable or an expression within a text: one thing, which can be pressed to change it. */
export function ReferenceChip({
  node,
  selected,
  editor,
  updateAttributes,
  deleteNode,
}: NodeViewProps) {
  const { t } = useTranslation('flow');
  const source = String(node.attrs.source);
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(source);
  const close = () => {
    setOpen(false);
    editor.commands.focus();
  };
  const save = () => {
    // A brace would end the reference in the midst of it.
    if (draft.trim() === '') deleteNode();
    else updateAttributes({ source: draft.trim() });
    close();
  };
  const remove = () => {
    deleteNode();
    close();
  };
  const name = source.trim();
  return (
    <NodeViewWrapper as="span">
      <EditorPopover
        editor={editor}
        isOpen={isOpen}
        setOpen={setOpen}
        target={
          <button
            type="button"
            tabIndex={-1}
            className={classes.chip}
            data-selected={selected || undefined}
            data-expression={!NAME.test(name) || undefined}
            aria-label={t('rich.chip', { name })}
            onClick={() => {
              setDraft(source);
              setOpen(true);
            }}
          >
            {name || '…'}
          </button>
        }
        removal={{ label: t('rich.remove'), onClick: remove }}
        canApply={isReadable(draft)}
        onApply={save}
      >
        <TextInput
          data-autofocus
          label={t('rich.expression')}
          value={draft}
          maxLength={500}
          spellCheck={false}
          error={isReadable(draft) ? undefined : t('rich.braces')}
          rightSection={<ExpressionHelp />}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isReadable(draft)) save();
          }}
        />
      </EditorPopover>
    </NodeViewWrapper>
  );
}

/** Whether `${…}` around it is one reference. */
function isReadable(source: string): boolean {
  const whole = `\${${source}}`;
  return whole.match(REFERENCE)?.[0] === whole;
}
