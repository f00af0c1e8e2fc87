import { useTranslation } from 'react-i18next';
import { addressOfMedia, type ChatMessage, linkTo } from '../../../preload/contract';
import { MarkedText } from '../MarkedText';
import classes from './Media.module.css';

type Cards = Extract<ChatMessage, { kind: 'cards' }>['cards'];

/** Side by side; who cannot swipe moves along with the arrow keys. */
export function CardRow({ cards }: { cards: Cards }) {
  const { t } = useTranslation('chat');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling row has to scroll by keyboard
    <ul className={classes.cards} aria-label={t('media.cards')} tabIndex={0}>
      {cards.map(({ id, image, alt, title, text, link, linkLabel }) => (
        <li key={id} className={classes.card}>
          {image !== '' && <img src={addressOfMedia(image)} alt={alt} />}
          <strong className={classes.cardTitle}>{title}</strong>
          {text !== '' && (
            <div className={classes.cardText}>
              <MarkedText text={text} />
            </div>
          )}
          {link !== '' && (
            <div className={classes.cardText}>
              <MarkedText text={linkTo(linkLabel || hostOf(link), link)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link;
}
