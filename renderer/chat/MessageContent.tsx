import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '../../preload/contract';
import { call } from '../app/client';
import { showError } from '../app/errors';
import classes from './Bubbles.module.css';
import { useChatPlace } from './chat-context';
import { MarkedText } from './MarkedText';
import { CardRow } from './media/CardRow';
import { ZoomablePicture } from './media/Lightbox';
import { MediaPlayer } from './media/MediaPlayer';
import { ScannableCode } from './ScannableCode';

export function MessageContent({ message }: { message: ChatMessage }) {
  switch (message.kind) {
    case 'text':
      return <MarkedText text={message.text} />;
    case 'image':
      return <ZoomablePicture className={classes.image} image={message.image} alt={message.alt} />;
    case 'sound':
    case 'video':
      return (
        <MediaPlayer
          kind={message.kind}
          source={message.kind === 'sound' ? message.sound : message.video}
          title={message.title}
          transcript={message.transcript}
        />
      );
    case 'cards':
      return <CardRow cards={message.cards} />;
    case 'copy':
      return <CopyText text={message.text} label={message.label} />;
    case 'code':
      return <ScannableCode text={message.text} symbology={message.symbology} showsText />;
    case 'pause':
      return null;
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
