import { Input, SegmentedControl, SimpleGrid, Slider, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Appearance } from '../../../preload/contract';
import { mixed } from '../../../preload/contract/colour';
import { PictureInput } from '../../ui/PictureInput';
import { editAppearance } from './appearance-actions';
import { ColourField } from './ColourField';
import { Section } from './Section';
import { currentAppearance, useAppearance } from './use-appearance';

type Background = Appearance['background'];

const KINDS = ['plain', 'gradient', 'picture'] as const;

export function BackgroundSection() {
  const { t } = useTranslation('design');
  const { background } = useAppearance().appearance;
  return (
    <Section title={t('background.title')} text={t('background.text')}>
      <Stack>
        <SegmentedControl
          aria-label={t('background.title')}
          value={background.kind}
          data={KINDS.map((value) => ({ value, label: t(`background.${value}`) }))}
          onChange={(kind) => editAppearance({ background: beginning(kind) })}
        />
        {background.kind === 'gradient' && <Gradient background={background} />}
        {background.kind === 'picture' && <BackgroundPicture background={background} />}
      </Stack>
    </Section>
  );
}

/** What a kind of background begins with: a hint of the brand's colour. */
function beginning(kind: Background['kind']): Background {
  const { brand } = currentAppearance();
  if (kind === 'plain') return { kind };
  if (kind === 'picture') return { kind, picture: '', veil: 30 };
  return {
    kind,
    from: mixed('#ffffff', brand, 0.06),
    to: mixed('#ffffff', brand, 0.24),
    angle: 170,
  };
}

function Gradient({ background }: { background: Extract<Background, { kind: 'gradient' }> }) {
  const { t } = useTranslation('design');
  const { from, to, angle } = background;
  const change = (changes: Partial<typeof background>, group: string) =>
    editAppearance({ background: { ...background, ...changes } }, `appearance:gradient:${group}`);
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <ColourField
        label={t('background.from')}
        value={from}
        onChange={(colour) => change({ from: colour }, 'from')}
      />
      <ColourField
        label={t('background.to')}
        value={to}
        onChange={(colour) => change({ to: colour }, 'to')}
      />
      <Input.Wrapper label={t('background.angle')} labelElement="div">
        <Slider
          mt={10}
          min={0}
          max={360}
          step={5}
          value={angle}
          label={(value) => `${value}°`}
          thumbLabel={t('background.angle')}
          onChange={(value) => change({ angle: value }, 'angle')}
        />
      </Input.Wrapper>
    </SimpleGrid>
  );
}

function BackgroundPicture({
  background,
}: {
  background: Extract<Background, { kind: 'picture' }>;
}) {
  const { t } = useTranslation('design');
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <PictureInput
        label={t('background.picture')}
        description={t('background.pictureHint')}
        value={background.picture}
        onChange={(picture) => editAppearance({ background: { ...background, picture } })}
      />
      <Input.Wrapper
        label={t('background.veil')}
        description={t('background.veilHint')}
        labelElement="div"
      >
        <Slider
          mt={10}
          min={0}
          max={95}
          value={background.veil}
          label={(value) => `${value} %`}
          thumbLabel={t('background.veil')}
          onChange={(veil) =>
            editAppearance({ background: { ...background, veil } }, 'appearance:veil')
          }
        />
      </Input.Wrapper>
    </SimpleGrid>
  );
}
