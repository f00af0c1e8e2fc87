import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { addressOfMedia } from '../../../preload/contract';
import { keyOf } from '../../app/keys';
import classes from './Media.module.css';

interface Props {
  image: string;
  alt: string;
  className?: string | undefined;
}

/** A picture that opens as large as the chat, and closes by a tap or Escape. */
export function ZoomablePicture({ image, alt, className }: Props) {
  const { t } = useTranslation('chat');
  const [chat, setChat] = useState<Element | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setChat(null);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes.zoom}
        aria-label={alt ? t('media.enlarge', { alt }) : t('media.enlargePicture')}
        onClick={() =>
          setChat(button.current?.closest('[data-lightbox-place], [data-chat-scheme]') ?? null)
        }
      >
        <img className={className} src={addressOfMedia(image)} alt="" />
      </button>
      {chat && createPortal(<Lightbox image={image} alt={alt} onClose={close} />, chat)}
    </>
  );
}

/**
 * Inside the chat and not above everything: a kiosk's question whether somebody is still there has to
 * cover it.
 */
function Lightbox({ image, alt, onClose }: Omit<Props, 'className'> & { onClose(): void }) {
  const { t } = useTranslation('chat');
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => closeButton.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.nativeEvent);
    if (key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    // The only thing in it that takes the focus keeps it.
    if (key === 'Tab') event.preventDefault();
  };
  return (
    <div
      role="dialog"
      aria-modal="true"
      aria-label={alt || t('media.picture')}
      className={classes.lightbox}
      onClick={onClose}
      onKeyDown={onKeyDown}
    >
      <img src={addressOfMedia(image)} alt={alt} />
      <button
        ref={closeButton}
        type="button"
        className={classes.close}
        aria-label={t('media.close')}
      >
        <X size="1.4em" aria-hidden />
      </button>
    </div>
  );
}
