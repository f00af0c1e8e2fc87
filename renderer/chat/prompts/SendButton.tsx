import { SendHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Prompts.module.css';
import { useAnswer } from './use-answer';

interface Props {
  /** What the button says; "Send" when nothing is said. */
  label?: string;
  disabled?: boolean;
}

export function SendButton({ label, disabled = false }: Props) {
  const { t } = useTranslation('chat');
  const { isBusy } = useAnswer();
  return (
    <button type="submit" className={classes.send} disabled={isBusy || disabled}>
      {label ?? t('prompt.send')}
    </button>
  );
}

/** The same inside a text field, as an arrow. */
export function SendArrow({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation('chat');
  const { isBusy } = useAnswer();
  return (
    <button
      type="submit"
      className={classes.arrow}
      disabled={isBusy || disabled}
      aria-label={t('prompt.send')}
    >
      <SendHorizontal size="1.15em" aria-hidden />
    </button>
  );
}
