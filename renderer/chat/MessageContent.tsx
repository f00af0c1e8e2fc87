import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import classes from './Bubbles.module.css';
import { useChatPlace } from './chat-context';
import { MarkedText } from './MarkedText';
import { ScannableCode } from './ScannableCode';

export function MessageContent({ message }: { message: ChatMessage }) {
  switch (message.kind) {
    case 'text':
      return <MarkedText text={message.text} />;
    case 'image':
      return <img className={classes.image} src={message.image} alt={message.alt} />;
    case 'copy':
      return <CopyText text={message.text} label={message.label} />;
    case 'code':
      return <ScannableCode text={message.text} symbology={message.symbology} showsText />;
  }
}

function CopyText({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('chat');
  const { isKiosk } = useChatPlace();
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    call('chat.copy', { text }).then(() => setCopied(true), showError);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <span className={classes.copy}>
      <span className={classes.copied}>{text}</span>
      {!isKiosk && (
        <button type="button" className={classes.copyButton} onClick={copy}>
          <Icon size="1.1em" aria-hidden />
          {label}
        </button>
      )}
      <span role="status" className={classes.copyStatus}>
        {isCopied && t('copied')}
      </span>
    </span>
  );
}
