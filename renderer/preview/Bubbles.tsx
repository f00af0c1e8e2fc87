import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../preload/contract';
import classes from './Bubbles.module.css';
import { type Inline, parseInline } from './inline-markdown';
import type { Line } from './preview-store';

/** Lines of the same side in a row belong together; the first tells who speaks. */
export function Bubbles({ lines }: { lines: readonly Line[] }) {
  return lines.map((line, index) => (
    <Bubble key={line.key} line={line} isFirst={lines[index - 1]?.side !== line.side} />
  ));
}

const Bubble = memo(function Bubble({ line, isFirst }: { line: Line; isFirst: boolean }) {
  const { t } = useTranslation('preview');
  return (
    <div className={classes.bubble} data-side={line.side} data-first={isFirst || undefined}>
      <span className={classes.speaker}>{t(`speaker.${line.side}`)} </span>
      {line.side === 'own' ? line.text : <Words message={line.message} />}
    </div>
  );
});

function Words({ message }: { message: ChatMessage }) {
  switch (message.kind) {
    case 'text':
      return <Inlines parts={parseInline(message.text)} />;
    case 'image':
      return <img src={message.image} alt={message.alt} />;
    case 'copy':
    case 'code':
      return message.text;
  }
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

export function TypingDots() {
  const { t } = useTranslation('preview');
  return (
    <div className={classes.bubble} data-side="bot" data-first>
      <span className={classes.dots} role="img" aria-label={t('typing')}>
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}
