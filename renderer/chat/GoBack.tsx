import { Pencil, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Line } from './chat';
import { useChat, useChatPlace } from './chat-context';
import classes from './GoBack.module.css';

/** The way back to the last question, or why there is none. */
export function GoBack() {
  const { t } = useTranslation('chat');
  const { chat } = useChatPlace();
  const last = useChat((state) => state.changeable.at(-1));
  const stays = useChat((state) => state.stays);
  const isBusy = useChat((state) => state.isBusy);
  if (last === undefined) {
    return stays && <p className={classes.stays}>{t(`back.stays.${stays}`)}</p>;
  }
  return (
    <button
      type="button"
      className={classes.back}
      disabled={isBusy}
      onClick={() => void chat.back(last)}
    >
      <Undo2 size="1.1em" aria-hidden />
      {t('back.action')}
    </button>
  );
}

/** Goes back to what this line answers; nothing where that cannot be changed any more. */
export function ChangeAnswer({ line }: { line: Extract<Line, { side: 'own' }> }) {
  const { t } = useTranslation('chat');
  const { chat } = useChatPlace();
  const { question, text } = line;
  const isChangeable = useChat(({ changeable }) => changeable.some((each) => each === question));
  const isBusy = useChat((state) => state.isBusy);
  if (!isChangeable || question === null) return null;
  return (
    // The log reads out what is said, and not what can be done with it.
    <span aria-live="off">
      <button
        type="button"
        className={classes.change}
        disabled={isBusy}
        title={t('back.change')}
        aria-label={t('back.changeAnswer', { answer: text })}
        onClick={() => void chat.back(question)}
      >
        <Pencil size="1.1em" aria-hidden />
      </button>
    </span>
  );
}

/** Says that an answer is being changed, to those as well who do not see it: it is always there. */
export function ChangeStatus({ isTyping }: { isTyping: boolean }) {
  const { t } = useTranslation('chat');
  const isChanging = useChat((state) => state.isChanging);
  const isFilledIn = useChat((state) => state.earlier !== null && !isTyping);
  return (
    <p role="status" className={classes.status}>
      {isChanging && t('back.changing')}
      {isChanging && isFilledIn && ' '}
      {isFilledIn && t('back.filledIn')}
    </p>
  );
}
