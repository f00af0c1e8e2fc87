import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Bubbles.module.css';
import type { Symbology } from './scannable-code';

interface Props {
  text: string;
  symbology: Symbology;
  /** Writes the text below, for whoever cannot scan it. */
  showsText?: boolean;
}

/** As an image, so that no style or script of it becomes part of the page. */
export function ScannableCode({ text, symbology, showsText = false }: Props) {
  const { t } = useTranslation('chat');
  const [image, setImage] = useState<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    // The encoder is large, and few chats show a code.
    void import('./scannable-code').then(({ scannableCode }) => {
      if (isCurrent) setImage(scannableCode(text, symbology));
    });
    return () => {
      isCurrent = false;
    };
  }, [text, symbology]);

  return (
    <span className={classes.code} data-symbology={symbology}>
      {image !== null && (
        <img src={image} alt={t(symbology === 'qrcode' ? 'code.qr' : 'code.bar', { text })} />
      )}
      {showsText && <span className={classes.copied}>{text}</span>}
    </span>
  );
}
