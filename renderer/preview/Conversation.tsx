import { Alert, Button, Text } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppError, useErrorMessage } from '../app/errors';
import { useLanguage } from '../flow/use-language';
import { Bubbles, TypingDots } from './Bubbles';
import classes from './Conversation.module.css';
import { PromptForm } from './PromptForm';
import { startChat } from './preview-actions';
import { usePreview } from './preview-store';
import { useDraftChanged } from './use-draft-changed';
import { useTyping } from './use-typing';

export function Conversation({ onProblems }: { onProblems: () => void }) {
  const { t } = useTranslation('preview');
  const lines = usePreview((state) => state.lines);
  const isTyping = useTyping();
  const log = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  useFollow(log, foot, isTyping);

  return (
    <>
      <div
        ref={log}
        className={classes.log}
        role="log"
        aria-live="polite"
        aria-label={t('log')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling log has to scroll by keyboard
        tabIndex={0}
      >
        <Bubbles lines={lines} />
        {isTyping && <TypingDots />}
      </div>
      <div ref={foot} className={classes.foot}>
        <Failure onProblems={onProblems} />
        {!isTyping && <Next />}
        <ChangedHint />
      </div>
    </>
  );
}

/** What is asked now, or that nothing more will come. */
function Next() {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const prompt = usePreview((state) => state.prompt);
  const hasEnded = usePreview((state) => state.hasEnded);
  const turn = usePreview((state) => state.lines.length);
  if (prompt) return <PromptForm key={turn} prompt={prompt} />;
  if (!hasEnded) return null;
  return (
    <div className={classes.ended}>
      <Text size="sm" c="dimmed">
        {t('ended')}
      </Text>
      <Button size="xs" variant="light" onClick={() => void startChat(language)}>
        {t('playAgain')}
      </Button>
    </div>
  );
}

function Failure({ onProblems }: { onProblems: () => void }) {
  const { t } = useTranslation('preview');
  const failure = usePreview((state) => state.failure);
  const message = useErrorMessage();
  if (!failure) return null;
  return (
    <Alert color="red" p="xs" role="alert">
      {message(failure.error)}
      {toAppError(failure.error).code === 'chat.not_playable' && (
        <Button size="compact-xs" variant="default" mt="xs" onClick={onProblems}>
          {t('showProblems')}
        </Button>
      )}
    </Alert>
  );
}

function ChangedHint() {
  const { t } = useTranslation('preview');
  const language = useLanguage();
  const hasChanged = useDraftChanged();
  if (!hasChanged) return null;
  return (
    <div className={classes.changed} role="status">
      <span>{t('changed')}</span>
      <Button size="compact-xs" variant="default" onClick={() => void startChat(language)}>
        {t('restart')}
      </Button>
    </div>
  );
}

/** Keeps the newest line in view, and the focus with the conversation if it was there. */
function useFollow(
  log: RefObject<HTMLDivElement | null>,
  foot: RefObject<HTMLDivElement | null>,
  isTyping: boolean,
): void {
  const lines = usePreview((state) => state.lines);
  const prompt = usePreview((state) => state.prompt);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these makes the log longer
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [lines, prompt, isTyping, log]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every line may end in another prompt
  useEffect(() => {
    const { activeElement } = document;
    const panel = log.current?.parentElement;
    const isElsewhere = activeElement !== document.body && !panel?.contains(activeElement);
    if (isTyping || isElsewhere) return;
    foot.current?.querySelector<HTMLElement>('input:not([type=checkbox]), button')?.focus();
  }, [lines, prompt, isTyping, log, foot]);
}
