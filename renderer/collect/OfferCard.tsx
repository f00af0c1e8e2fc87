import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { MonitorPlay, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type KioskOffer, languageName } from '../../preload/contract';
import { showError } from '../app/errors';
import { useGoing } from '../app/going';
import { useNavigation } from '../app/navigation';
import { openFromLibrary } from '../flow/library-actions';
import { useLanguage } from '../flow/use-language';
import { KioskFrame } from '../kiosk/KioskFrame';
import { StartScreen } from '../kiosk/StartScreen';
import { StartKiosk } from '../preview/StartKiosk';
import { Facts } from '../ui/Facts';
import { formatInstant } from '../ui/format';
import { UndoButton } from '../ui/UndoButton';
import classes from './Collect.module.css';
import { beginKiosk, useKioskStart } from './kiosk-start';

/** A published experience, and the way to put it on a kiosk. */
export function OfferCard({ offer }: { offer: KioskOffer }) {
  const { t } = useTranslation('kiosk');
  const goTo = useNavigation((state) => state.goTo);
  const { experienceId, name, number, publishedAt, draftDiffers, asksForFiles } = offer;
  const isStarting = useKioskStart((state) => state.experienceId === experienceId);
  const going = useGoing('experiences.delete', experienceId);
  const openIt = () =>
    void openFromLibrary(experienceId).then(() => goTo('experiences'), showError);
  return (
    <Paper component="li" withBorder p="md" className={classes.card}>
      <Preview offer={offer} />
      <Stack gap="sm" className={classes.words}>
        <div>
          <Title order={2}>{name}</Title>
          <Text size="sm" c="dimmed">
            {t('screen.version', { number, at: formatInstant(publishedAt) })}
          </Text>
        </div>
        <OfferFacts offer={offer} />
        {draftDiffers && <Text size="sm">{t('screen.draft')}</Text>}
        {asksForFiles && <Warning>{t('screen.files')}</Warning>}
        <Group gap="xs" mt="auto">
          {going ? (
            <UndoButton going={going} />
          ) : (
            <>
              <Button
                leftSection={<MonitorPlay size={16} aria-hidden />}
                aria-label={t('screen.startOf', { name })}
                onClick={() => beginKiosk(experienceId)}
              >
                {t('screen.start')}
              </Button>
              <Button variant="default" aria-label={t('screen.openOf', { name })} onClick={openIt}>
                {t('screen.open')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
      {isStarting && <StartKiosk experienceId={experienceId} onClose={() => beginKiosk(null)} />}
    </Paper>
  );
}

function OfferFacts({ offer: { stores, languages } }: { offer: KioskOffer }) {
  const { t } = useTranslation(['kiosk', 'app']);
  const language = useLanguage();
  const kept = stores.map(({ table, days }) =>
    t('kiosk:screen.days', {
      table: t(`app:tables.${table}`),
      days: t('app:units.days', { count: days }),
    }),
  );
  const spoken = languages && [languages.main, ...languages.others];
  const facts = [
    {
      label: t('kiosk:screen.stores'),
      value: kept.length > 0 ? kept.join('\n') : t('kiosk:screen.storesNothing'),
    },
    ...(spoken
      ? [
          {
            label: t('kiosk:screen.languages'),
            value: spoken.map((tag) => languageName(tag, language)).join(', '),
          },
        ]
      : []),
  ];
  return <Facts facts={facts} />;
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap">
      <TriangleAlert size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

function Preview({ offer }: { offer: KioskOffer }) {
  const { t } = useTranslation('kiosk');
  const own = useLanguage();
  const { name, appearance, look } = offer;
  const languages = offer.languages ?? { main: own, others: [] };
  return (
    <div className={classes.preview}>
      <KioskFrame
        shape="portrait"
        label={t('screen.preview', { name })}
        appearance={appearance}
        language={languages.main}
      >
        <StartScreen
          invitation={{ experienceName: name, appearance, look, languages }}
          onStart={() => undefined}
        />
      </KioskFrame>
    </div>
  );
}
