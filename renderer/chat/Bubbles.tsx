import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from './BrandBars';
import classes from './Bubbles.module.css';
import type { Line } from './chat';
import { ChangeAnswer } from './GoBack';
import { MessageContent } from './MessageContent';

/** Lines of the same side in a row belong together; the first tells who speaks. */
export function Bubbles({ lines }: { lines: readonly Line[] }) {
  return lines.map((line, index) => (
    <Bubble key={line.key} line={line} isFirst={lines[index - 1]?.side !== line.side} />
  ));
}

const Bubble = memo(function Bubble({ line, isFirst }: { line: Line; isFirst: boolean }) {
  const { t } = useTranslation('chat');
  const kind = line.side === 'bot' ? line.message.kind : undefined;
  return (
    <div
      className={classes.row}
      data-row={line.side}
      data-first={isFirst || undefined}
      data-kind={kind}
    >
      {line.side === 'bot' && isFirst && <Avatar />}
      {line.side === 'own' && <ChangeAnswer line={line} />}
      <div className={classes.bubble} data-side={line.side}>
        <span className={classes.speaker}>{t(`speaker.${line.side}`)} </span>
        {line.side === 'own' ? <bdi>{line.text}</bdi> : <MessageContent message={line.message} />}
      </div>
    </div>
  );
});

export function TypingDots({ isFirst }: { isFirst: boolean }) {
  const { t } = useTranslation('chat');
  return (
    <div className={classes.row} data-row="bot" data-first={isFirst || undefined}>
      {isFirst && <Avatar />}
      <div className={classes.bubble} data-side="bot">
        <span className={classes.dots} role="img" aria-label={t('typing')}>
          <i />
          <i />
          <i />
        </span>
      </div>
    </div>
  );
}
