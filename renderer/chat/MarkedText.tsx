import { Fragment } from 'react';
import { type Inline, parseInline } from './inline-markdown';

/** Text with its light markdown. */
export function MarkedText({ text }: { text: string }) {
  return <Inlines parts={parseInline(text)} />;
}

function Inlines({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, index) => {
    const key = `${index}`;
    if (typeof part === 'string') return <Fragment key={key}>{part}</Fragment>;
    const Mark = part.mark;
    return (
      <Mark key={key}>
        <Inlines parts={part.children} />
      </Mark>
    );
  });
}
