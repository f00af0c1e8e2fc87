import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureInput } from '../../ui/PictureInput';
import { useBuilder } from '../builder-store';
import { KioskPreview } from './kiosk/KioskPreview';
import classes from './kiosk/KioskSection.module.css';
import { LookText } from './kiosk/LookText';
import { editEnd, editStart, useKioskLook } from './kiosk/look-actions';
import { SlideList } from './kiosk/SlideList';

/** What a kiosk shows before and after the chat. */
export function KioskSection() {
  const { t } = useTranslation('kiosk');
  const look = useKioskLook();
  const title = useId();
  const experienceName = useBuilder(({ experience }) => experience?.name) || t('look.nameless');
  return (
    <section className={classes.section} aria-labelledby={title}>
      <Title order={2} id={title}>
        {t('look.title')}
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {t('look.text')}
      </Text>
      <div className={classes.columns}>
        <div className={classes.fields}>
          <StartFields {...look.start} />
          <EndFields {...look.end} />
        </div>
        <KioskPreview look={look} experienceName={experienceName} />
      </div>
    </section>
  );
}

function StartFields(start: ReturnType<typeof useKioskLook>['start']) {
  const { t } = useTranslation('kiosk');
  return (
    <>
      <Title order={3}>{t('look.start')}</Title>
      <LookText
        label={t('look.headline')}
        description={t('look.headlineHint')}
        value={start.headline}
        most={120}
        onChange={(headline) => editStart({ headline }, 'headline')}
      />
      <LookText
        label={t('look.startText')}
        value={start.text}
        most={500}
        isLong
        onChange={(text) => editStart({ text }, 'text')}
      />
      <LookText
        label={t('look.callToAction')}
        description={t('look.callToActionHint')}
        value={start.callToAction}
        most={60}
        onChange={(callToAction) => editStart({ callToAction }, 'callToAction')}
      />
      <LookText
        label={t('look.prize')}
        value={start.prize}
        most={160}
        onChange={(prize) => editStart({ prize }, 'prize')}
      />
      <SlideList slides={start.slides} secondsPerSlide={start.secondsPerSlide} />
    </>
  );
}

function EndFields(end: ReturnType<typeof useKioskLook>['end']) {
  const { t } = useTranslation('kiosk');
  return (
    <>
      <Title order={3}>{t('look.end')}</Title>
      <LookText
        label={t('look.endHeadline')}
        description={t('look.endHint')}
        value={end.headline}
        most={120}
        onChange={(headline) => editEnd({ headline }, 'headline')}
      />
      <LookText
        label={t('look.endText')}
        value={end.text}
        most={500}
        isLong
        onChange={(text) => editEnd({ text }, 'text')}
      />
      <PictureInput
        label={t('look.picture')}
        value={end.picture}
        onChange={(picture) => editEnd({ picture })}
      />
      {end.picture !== '' && (
        <LookText
          label={t('look.alt')}
          description={t('look.altHint')}
          value={end.alt}
          most={200}
          onChange={(alt) => editEnd({ alt }, 'alt')}
        />
      )}
    </>
  );
}
