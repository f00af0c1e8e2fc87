import { createElement, Fragment, type ReactNode } from 'react';
import {
  type Block,
  type Inline,
  type List,
  type ListItem,
  parseMarkdown,
} from '../../preload/contract';
import { useChatPlace } from './chat-context';
import classes from './MarkedText.module.css';
import { TextLink } from './TextLink';

/** A text of light markdown with its headings and lists. */
export function MarkedText({ text }: { text: string }) {
  // On a kiosk the name of the chat is above it, in the builder the title of the preview, too.
  const { isKiosk } = useChatPlace();
  const blocks = parseMarkdown(text);
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'text') return <Lines lines={only.lines} />;
  return (
    <div className={classes.blocks}>
      {blocks.map((block, at) => {
        const key = `${at}`;
        return <BlockOf key={key} block={block} topLevel={isKiosk ? 2 : 3} />;
      })}
    </div>
  );
}

interface InlineProps {
  text: string;
  /** Not within what is pressed itself. */
  hasLinks: boolean;
}

/** The same text within a label or a button, where there can be no headings and lists. */
export function MarkedLine({ text, hasLinks }: InlineProps) {
  const lines = parseMarkdown(text).flatMap((block) => linesOf(block));
  return lines.map(({ sign, parts, isHeading }, at) => {
    const key = `${at}`;
    const words = <Inlines parts={parts} hasLinks={hasLinks} />;
    return (
      <Fragment key={key}>
        {at > 0 && '\n'}
        {sign}
        {isHeading ? <strong>{words}</strong> : words}
      </Fragment>
    );
  });
}

interface SignedLine {
  sign?: string;
  parts: readonly Inline[];
  isHeading?: boolean;
}

function linesOf(block: Block, indent = ''): SignedLine[] {
  if (block.kind === 'heading') return [{ parts: block.children, isHeading: true }];
  if (block.kind === 'text') return block.lines.map((parts) => ({ parts }));
  return block.items.flatMap(({ lines, nested }, at) => [
    ...lines.map((parts, index) => {
      const sign = block.isOrdered ? `${at + 1}. ` : '• ';
      return { sign: indent + (index === 0 ? sign : '  '), parts };
    }),
    ...(nested ? linesOf(nested, `${indent}  `) : []),
  ]);
}

function BlockOf({ block, topLevel }: { block: Block; topLevel: number }) {
  switch (block.kind) {
    case 'heading':
      return createElement(
        `h${topLevel + block.level - 1}`,
        { className: classes.heading, 'data-level': block.level },
        <Inlines parts={block.children} hasLinks />,
      );
    case 'list':
      return <ListOf list={block} />;
    case 'text':
      return <TextOf lines={block.lines} />;
  }
}

/** A blank line beside a heading or a list is the distance that these have anyway. */
function TextOf({ lines }: { lines: readonly Inline[][] }) {
  const isBlank = (line: readonly Inline[] | undefined) => line?.length === 0;
  const from = isBlank(lines[0]) ? 1 : 0;
  const shown = lines.slice(from, isBlank(lines.at(-1)) ? -1 : undefined);
  return shown.length === 0 ? null : (
    <p className={classes.text}>
      <Lines lines={shown} />
    </p>
  );
}

function ListOf({ list: { isOrdered, items } }: { list: List }) {
  const shown = items.map((item, at) => {
    const key = `${at}`;
    return <ItemOf key={key} item={item} />;
  });
  return isOrdered ? (
    <ol className={classes.list}>{shown}</ol>
  ) : (
    <ul className={classes.list}>{shown}</ul>
  );
}

function ItemOf({ item: { lines, nested } }: { item: ListItem }) {
  return (
    <li>
      <Lines lines={lines} />
      {nested && <ListOf list={nested} />}
    </li>
  );
}

function Lines({ lines }: { lines: readonly Inline[][] }): ReactNode {
  return lines.map((parts, at) => {
    const key = `${at}`;
    return (
      <Fragment key={key}>
        {at > 0 && '\n'}
        <Inlines parts={parts} hasLinks />
      </Fragment>
    );
  });
}

function Inlines({ parts, hasLinks }: { parts: readonly Inline[]; hasLinks: boolean }): ReactNode {
  return parts.map((part, index) => {
    const key = `${index}`;
    if (typeof part === 'string') return <Fragment key={key}>{part}</Fragment>;
    if ('reference' in part) return null;
    const inner = <Inlines parts={part.children} hasLinks={hasLinks && !('address' in part)} />;
    if ('mark' in part) return createElement(part.mark, { key }, inner);
    if (!hasLinks) return <Fragment key={key}>{inner}</Fragment>;
    return (
      <TextLink key={key} address={part.address}>
        {inner}
      </TextLink>
    );
  });
}
