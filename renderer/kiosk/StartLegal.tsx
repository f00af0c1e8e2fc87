import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatLanguage, LegalOffer } from '../../preload/contract';
import { call } from '../app/client';
import { LegalLinks } from '../chat/LegalLinks';
import { LegalPlace } from '../chat/LegalPlace';

interface Props {
  /** Who stands there: what somebody has left open is closed for the next one. */
  visit: number;
  /** In which participants are spoken to. */
  language: ChatLanguage;
  /** Where the links to them stand. */
  children: (links: ReactNode) => ReactNode;
}

/** Around the start screen: what can be read before anybody plays. */
export function StartLegal({ visit, language, children }: Props) {
  const { t } = useTranslation('chat');
  const [offer, setOffer] = useState<LegalOffer>({});
  useEffect(() => {
    // Without it there is nothing to read, and the kiosk plays all the same.
    void call('kiosk.legalOffer').then(setOffer, () => {});
  }, []);
  const read = useCallback((id: string) => call('kiosk.legalText', { id, language }), [language]);
  return (
    <LegalPlace session={`start ${visit}`} read={read} backLabel={t('legal.backToStart')}>
      {children(<LegalLinks offer={offer} />)}
    </LegalPlace>
  );
}
