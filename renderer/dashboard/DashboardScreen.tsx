import { useTranslation } from 'react-i18next';
import { Page } from '../ui/Page';
import { FunnelFigure } from './FunnelFigure';
import { ParticipationsFigure } from './ParticipationsFigure';
import { StorageFigure } from './StorageFigure';

/** What has come in, how far people get, and what is stored for how long. */
export function DashboardScreen() {
  const { t } = useTranslation('dashboard');
  return (
    <Page title={t('title')} intro={t('intro')}>
      <ParticipationsFigure />
      <FunnelFigure />
      <StorageFigure />
    </Page>
  );
}
