import { useTranslation } from 'react-i18next';
import type { LegalOffer } from '../../preload/contract';
import classes from './LegalSheet.module.css';
import { useLegalReader } from './legal-reader';

/** What can be read all the time: privacy notice and imprint. */
export function LegalLinks({ offer }: { offer: LegalOffer | undefined }) {
  const { t } = useTranslation('chat');
  const open = useLegalReader();
  const links = (['privacy', 'imprint'] as const).flatMap((kind) => {
    const id = offer?.[kind];
    return id === undefined ? [] : [{ kind, id }];
  });
  if (links.length === 0 || !open) return null;
  return (
    <nav className={classes.links} aria-label={t('legal.label')}>
      {links.map(({ kind, id }) => (
        <button key={kind} type="button" className={classes.link} onClick={() => open(id)}>
          {t(`legal.${kind}`)}
        </button>
      ))}
    </nav>
  );
}

/** Opens the text that is to be accepted. */
export function TermsLink({ text }: { text: { id: string; title: string } | undefined }) {
  const { t } = useTranslation('chat');
  const open = useLegalReader();
  if (!text || !open) return null;
  return (
    <button type="button" className={classes.inline} onClick={() => open(text.id)}>
      {t('legal.read', { title: text.title })}
    </button>
  );
}
