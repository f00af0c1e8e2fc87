import { ActionIcon, Group, NumberInput, Stack, Text } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KioskLook } from '../../../../preload/contract';
import { PictureInput } from '../../../ui/PictureInput';
import classes from './KioskSection.module.css';
import { LookText } from './LookText';
import {
  addSlide,
  editSlide,
  editStart,
  MOST_SLIDES,
  moveSlide,
  removeSlide,
} from './look-actions';

type Start = KioskLook['start'];

/** The pictures of the start screen, in their order. */
export function SlideList({ slides, secondsPerSlide }: Pick<Start, 'slides' | 'secondsPerSlide'>) {
  const { t } = useTranslation('kiosk');
  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={500}>
          {t('look.slides')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('look.slidesHint')}
        </Text>
      </div>
      <ol className={classes.slides}>
        {slides.map((slide, index) => (
          <SlideFields key={slide.id} slide={slide} index={index} of={slides.length} />
        ))}
      </ol>
      {slides.length < MOST_SLIDES && (
        // Another one for each picture that is added.
        <PictureInput
          key={slides.length}
          label={t('look.add')}
          value=""
          onChange={(picture) => picture !== '' && addSlide(picture)}
        />
      )}
      {slides.length > 1 && (
        <NumberInput
          label={t('look.seconds')}
          min={3}
          max={60}
          allowDecimal={false}
          clampBehavior="blur"
          w={180}
          value={secondsPerSlide}
          onChange={(value) => {
            const seconds = Number(value);
            if (seconds >= 3 && seconds <= 60) editStart({ secondsPerSlide: seconds }, 'seconds');
          }}
        />
      )}
    </Stack>
  );
}

interface SlideProps {
  slide: Start['slides'][number];
  index: number;
  of: number;
}

function SlideFields({ slide: { id, picture, alt }, index, of }: SlideProps) {
  const { t } = useTranslation('kiosk');
  const number = index + 1;
  return (
    <li className={classes.slide}>
      <div className={classes.slideFields}>
        <PictureInput
          label={t('look.slide', { number })}
          value={picture}
          onChange={(changed) =>
            changed === '' ? removeSlide(id) : editSlide(id, { picture: changed })
          }
        />
        <LookText
          label={t('look.alt')}
          description={t('look.altHint')}
          value={alt}
          most={200}
          onChange={(changed) => editSlide(id, { alt: changed }, 'alt')}
        />
      </div>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          aria-label={t('look.up', { number })}
          disabled={index === 0}
          onClick={() => moveSlide(id, -1)}
        >
          <ArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={t('look.down', { number })}
          disabled={number === of}
          onClick={() => moveSlide(id, 1)}
        >
          <ArrowDown size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
}
