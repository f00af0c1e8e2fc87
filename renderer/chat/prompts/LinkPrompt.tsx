import { ArrowLeft, ArrowRight, ExternalLink } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../preload/contract';
import { useChatPlace } from '../chat-context';
import { ScannableCode } from '../ScannableCode';
import { useChatLocale } from '../use-chat-words';
import classes from './Prompts.module.css';
import { type PromptProps, useAnswer } from './use-answer';

/** The whole address is shown before it is opened; on a kiosk, participants take it along. */
export function LinkPrompt({ prompt: { label, url } }: PromptProps<'link'>) {
  const { t } = useTranslation('chat');
  const { chat, isKiosk } = useChatPlace();
  const { isBusy } = useAnswer();
  const addressId = useId();
  const Onward = directionOf(useChatLocale()) === 'rtl' ? ArrowLeft : ArrowRight;
  const Icon = isKiosk ? Onward : ExternalLink;
  return (
    <div className={classes.form}>
      {isKiosk && (
        <div className={classes.takeAlong}>
          <ScannableCode text={url} symbology="qrcode" />
          <p>{t('prompt.takeAlong', { label })}</p>
        </div>
      )}
      <button
        type="button"
        className={classes.send}
        disabled={isBusy}
        aria-describedby={addressId}
        onClick={() => void chat.openLink(isKiosk ? t('prompt.continue') : label)}
      >
        {isKiosk ? t('prompt.continue') : label}
        <Icon size="1.1em" aria-hidden />
      </button>
      <p id={addressId} className={classes.address}>
        <bdi dir="ltr">{url}</bdi>
      </p>
    </div>
  );
}
