import { memo } from 'react';
import { useTranslation } from 'react-i18next';
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
  const bubble = (
    <div className={classes.bubble} data-side={line.side} data-first={isFirst || undefined}>
      <span className={classes.speaker}>{t(`speaker.${line.side}`)} </span>
      {line.side === 'own' ? line.text : <MessageContent message={line.message} />}
    </div>
  );
  if (line.side === 'bot') return bubble;
  return (
    <div className={classes.own} data-first={isFirst || undefined}>
      <ChangeAnswer line={line} />
      {bubble}
    </div>
  );
});

export function TypingDots() {
  const { t } = useTranslation('chat');
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
