import type { Nodes, RootContent } from 'mdast';
import { Fragment, type ReactNode, useMemo } from 'react';
import { gapsIn } from '../../preload/contract';
import { parseProse } from './parse-prose';

/** The highest heading below the title of the text. */
const TOP = 2;

/** A legal text with its headings, lists and emphasis. Nothing in it opens or loads anything. */
export function LegalProse({ text }: { text: string }) {
  const nodes = useMemo(() => parseProse(text), [text]);
  return nodes ? <Children nodes={nodes} /> : <p>{text}</p>;
}

function Children({ nodes }: { nodes: readonly RootContent[] }) {
  return nodes.map((node, index) => {
    const key = `${index}`;
    return <Fragment key={key}>{shown(node)}</Fragment>;
  });
}

function shown(node: RootContent): ReactNode {
  switch (node.type) {
    case 'text':
      return <Words text={node.value} />;
    case 'html':
    case 'code':
    case 'inlineCode':
      // As it was typed: markup of pages has no meaning here.
      return node.value;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'paragraph':
      return (
        <p>
          <Children nodes={node.children} />
        </p>
      );
    case 'heading': {
      const Heading = `h${Math.min(6, Math.max(TOP, node.depth))}` as 'h2';
      return (
        <Heading>
          <Children nodes={node.children} />
        </Heading>
      );
    }
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul';
      return (
        <List {...(node.ordered && node.start != null && { start: node.start })}>
          {node.children.map((item, index) => {
            const key = `${index}`;
            return (
              <li key={key}>
                <Children nodes={item.children} />
              </li>
            );
          })}
        </List>
      );
    }
    case 'blockquote':
      return (
        <blockquote>
          <Children nodes={node.children} />
        </blockquote>
      );
    case 'strong':
      return (
        <strong>
          <Children nodes={node.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Children nodes={node.children} />
        </em>
      );
    case 'link':
      return (
        <>
          <Children nodes={node.children} />
          {wordsOf(node) !== node.url && ` (${addressOf(node.url)})`}
        </>
      );
    case 'image':
      return node.alt ?? '';
    default:
      return 'children' in node ? <Children nodes={node.children as RootContent[]} /> : null;
  }
}

/** What is still to be written stands out; nothing of it can be published. */
function Words({ text }: { text: string }) {
  const gaps = gapsIn(text);
  if (gaps.length === 0) return text;
  return gaps.reduceRight<ReactNode[]>(
    ([rest, ...marked], gap) => {
      const at = String(rest).lastIndexOf(gap);
      const [before, after] = [String(rest).slice(0, at), String(rest).slice(at + gap.length)];
      return [before, <mark key={at}>{gap}</mark>, after, ...marked];
    },
    [text],
  );
}

/** As a browser reads it, without letters that look like others or turn the direction of writing. */
function addressOf(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : url;
}

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
