import { Alert, Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { DatabaseZap, LogOut, MonitorPlay } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskOffer } from '../../preload/contract';
import { call } from '../app/client';
import { useGoings } from '../app/going';
import { useNavigation } from '../app/navigation';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { Pending } from '../ui/Pending';
import { OfferCard } from './OfferCard';

interface Found {
  offers: KioskOffer[];
  storeData: boolean;
}

/** Where a kiosk is started: what can be put on it, and what is to be known before. */
export function CollectScreen() {
  const { t } = useTranslation('kiosk');
  const { found, error, load } = useOffers();
  return (
    <Page title={t('screen.title')} intro={t('screen.intro')}>
      {!found && (
        <Pending title={t('screen.loadFailed')} error={error} onRetry={() => void load()} />
      )}
      {found && !found.storeData && <StorageOff />}
      {found?.offers.length === 0 && <NothingPublished />}
      {found && found.offers.length > 0 && (
        <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {found.offers.map((offer) => (
            <OfferCard key={offer.experienceId} offer={offer} />
          ))}
        </Stack>
      )}
      {found && <Limits />}
    </Page>
  );
}

function useOffers() {
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<unknown>(null);
  const load = useCallback(async () => {
    setError(null);
    try {
      const [offers, { storeData }] = await Promise.all([
        call('kiosk.offers'),
        call('workspace.settings'),
      ]);
      setFound({ offers, storeData });
    } catch (thrown) {
      setError(thrown);
    }
  }, []);
  // Again when something that was being deleted is gone.
  const goings = useGoings(({ all }) => all.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => void load(), [load, goings]);
  return { found, error, load };
}

function StorageOff() {
  const { t } = useTranslation('kiosk');
  const goTo = useNavigation((state) => state.goTo);
  return (
    <Alert color="orange" icon={<DatabaseZap aria-hidden />} title={t('screen.storageOff.title')}>
      {t('screen.storageOff.text')}{' '}
      <Anchor component="button" inherit onClick={() => goTo('settings')}>
        {t('screen.storageOff.action')}
      </Anchor>
    </Alert>
  );
}

function NothingPublished() {
  const { t } = useTranslation('kiosk');
  const goTo = useNavigation((state) => state.goTo);
  return (
    <EmptyState
      icon={MonitorPlay}
      title={t('screen.empty.title')}
      action={
        <Button variant="default" mt="xs" onClick={() => goTo('experiences')}>
          {t('screen.empty.action')}
        </Button>
      }
    >
      {t('screen.empty.text')}
    </EmptyState>
  );
}

const LIMITS = ['window', 'published', 'files', 'lock'] as const;

function Limits() {
  const { t } = useTranslation('kiosk');
  return (
    <>
      <Alert icon={<LogOut size={18} aria-hidden />} title={t('begin.leaving')}>
        {t('begin.gesture')}
      </Alert>
      <section>
        <Title order={2} mb={6}>
          {t('screen.limits.title')}
        </Title>
        <List size="sm" spacing={4}>
          {LIMITS.map((name) => (
            <List.Item key={name}>
              <Text span size="sm">
                {t(`screen.limits.${name}`)}
              </Text>
            </List.Item>
          ))}
        </List>
      </section>
    </>
  );
}
