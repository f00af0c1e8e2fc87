import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type AnyExtension, Extension, Node, ReactNodeViewRenderer } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { ReferenceChip } from './ReferenceChip';
import { documentOf, textOf } from './rich-document';

const Reference = Node.create({
  name: 'reference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'span[data-reference]',
      getAttrs: (element) => ({ source: element.getAttribute('data-reference') }),
    },
  ],
  renderHTML: ({ node }) => ['span', { 'data-reference': node.attrs.source }],
  renderText: ({ node }) => `\${${node.attrs.source}}`,
  addNodeView: () => ReactNodeViewRenderer(ReferenceChip),
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type)
          return false;
        const chip = this.editor.view.nodeDOM(selection.from);
        if (chip instanceof HTMLElement) chip.querySelector('button')?.click();
        return true;
      },
    };
  },
});

/** What several characters at once mean: those that are pasted, or that a program types. */
const MARKED = /\$\{[^}]*\}|\*\*|__|^#{1,2} |^- |\]\(/m;

function sliceOf(schema: Schema, text: string): Slice {
  const { content } = schema.nodeFromJSON(documentOf(text));
  // One line goes into the line where it is put, several are lines of their own.
  const only = content.childCount === 1 ? content.firstChild : null;
  if (only?.type.name === 'paragraph') return new Slice(Fragment.from(only.content), 0, 0);
  return new Slice(content, 1, 1);
}

/** What is replaced, as the page has it: the editor hears of a selection only afterwards. */
function placeOf(
  view: EditorView,
  event: InputEvent,
): { from: number; to: number; isAll: boolean } {
  const { doc, selection } = view.state;
  const shown = document.getSelection();
  const range = event.getTargetRanges()[0] ?? (shown?.rangeCount ? shown.getRangeAt(0) : null);
  const from = range ? view.posAtDOM(range.startContainer, range.startOffset) : selection.from;
  const to = range ? view.posAtDOM(range.endContainer, range.endOffset) : selection.to;
  const outside =
    doc.textBetween(0, from, '', '.') + doc.textBetween(to, doc.content.size, '', '.');
  const isAll = from < to && outside === '';
  return { from, to, isAll };
}

/** Texts come and go as light markdown, and grow to a limit. */
const PlainMarkdown = Extension.create<{ maxLength: number }>({
  name: 'plainMarkdown',
  addOptions: () => ({ maxLength: 5_000 }),
  addProseMirrorPlugins() {
    const { maxLength } = this.options;
    const { schema } = this.editor;
    return [
      new Plugin({
        props: {
          clipboardTextParser: (text) => sliceOf(schema, text),
          clipboardTextSerializer: (slice) => {
            const { content } = slice;
            const isInline = content.firstChild?.isInline ?? true;
            const json = content.toJSON() ?? [];
            return textOf({ content: isInline ? [{ type: 'paragraph', content: json }] : json });
          },
          handleTextInput: (view, from, to, text) => {
            const isClosed =
              text === '}' && openReference(view.state.doc.textBetween(0, from, '\n', '\uFFFC'));
            if (isClosed) {
              const start = from - isClosed.length - 2;
              const node = schema.nodes.reference?.create({ source: isClosed });
              if (!node) return false;
              view.dispatch(view.state.tr.replaceWith(start, to, node));
              return true;
            }
            if (text.length < 2 || !MARKED.test(text)) return false;
            view.dispatch(view.state.tr.replaceRange(from, to, sliceOf(schema, text)));
            return true;
          },
          handleDOMEvents: {
            beforeinput: (view, event) => {
              const text = event.inputType === 'insertText' ? (event.data ?? '') : '';
              if (event.isComposing || text.length < 2) return false;
              const { from, to, isAll } = placeOf(view, event);
              if (!isAll && !text.includes('\n') && !MARKED.test(text)) return false;
              event.preventDefault();
              const { tr } = view.state;
              const whole = isAll ? schema.nodeFromJSON(documentOf(text)).content : null;
              if (whole) tr.replaceWith(0, tr.doc.content.size, whole);
              else tr.replaceRange(from, to, sliceOf(schema, text));
              const end = Selection.near(tr.doc.resolve(tr.mapping.map(to)), -1);
              view.dispatch(
                tr.setSelection(whole ? Selection.atEnd(tr.doc) : end).scrollIntoView(),
              );
              return true;
            },
          },
        },
        filterTransaction: (transaction, { doc }) => {
          if (!transaction.docChanged || transaction.doc.content.size <= doc.content.size)
            return true;
          if (transaction.doc.content.size < maxLength / 3) return true;
          return textOf(transaction.doc.toJSON()).length <= maxLength;
        },
      }),
    ];
  },
});

/** The expression that was begun with `${` and is not closed yet. */
function openReference(before: string): string {
  return /\$\{([^{}\n\uFFFC]+)$/.exec(before)?.[1] ?? '';
}

export function isLinkable(address: string): boolean {
  return /^https:\/\/[^\s/()]+\S*$/i.test(address) || /^legal:[A-Za-z0-9_-]{1,64}$/.test(address);
}

export function extensionsFor(maxLength: number): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2] },
      link: {
        openOnClick: false,
        autolink: false,
        linkOnPaste: true,
        defaultProtocol: 'https',
        protocols: ['legal'],
        isAllowedUri: (address) => isLinkable(address),
        HTMLAttributes: { rel: null, target: null },
      },
      // What a text of the chat does not have; undo is the draft's.
      ...{ blockquote: false, code: false, codeBlock: false, horizontalRule: false },
      ...{ strike: false, underline: false, undoRedo: false, trailingNode: false },
      ...{ dropcursor: false, gapcursor: false },
    }),
    Reference,
    PlainMarkdown.configure({ maxLength }),
  ];
}
