import { Button, Collapse, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette } from '../../../preload/contract';
import {
  type ColourName,
  paletteIn,
  type Scheme,
  schemesOf,
} from '../../../preload/contract/palette';
import { editAppearance, setColour } from './appearance-actions';
import { ColourField } from './ColourField';
import { ContrastList } from './ContrastList';
import classes from './Design.module.css';
import { Section } from './Section';
import { useAppearance } from './use-appearance';

const NAMES = Object.keys(Palette.shape) as ColourName[];
const SCHEMES = ['system', 'light', 'dark'] as const;

export function ColourSection() {
  const { t } = useTranslation('design');
  const { appearance } = useAppearance();
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Section title={t('colour.title')} text={t('colour.text')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <ColourField
          label={t('colour.brand')}
          value={appearance.brand}
          onChange={(brand) => editAppearance({ brand }, 'appearance:brand')}
        />
        <Stack gap={4}>
          <span className={classes.label} id="design-scheme">
            {t('colour.scheme')}
          </span>
          <SegmentedControl
            aria-labelledby="design-scheme"
            value={appearance.scheme}
            data={SCHEMES.map((value) => ({ value, label: t(`colour.schemes.${value}`) }))}
            onChange={(scheme) => editAppearance({ scheme })}
          />
        </Stack>
      </SimpleGrid>
      <ContrastList />
      <Button
        variant="subtle"
        size="xs"
        aria-expanded={isOpen}
        rightSection={<ChevronDown size={14} data-open={isOpen || undefined} aria-hidden />}
        onClick={toggle}
      >
        {t('colour.single')}
      </Button>
      <Collapse expanded={isOpen}>{isOpen && <SingleColours />}</Collapse>
    </Section>
  );
}

/** What follows from the brand's colour, and what is set in its place. */
function SingleColours() {
  const { t } = useTranslation('design');
  const { appearance } = useAppearance();
  const [chosen, setChosen] = useState<Scheme>(schemesOf(appearance)[0] ?? 'light');
  const palette = paletteIn(appearance, chosen);
  const set = appearance.colors[chosen];
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('colour.of')}
        value={chosen}
        data={(['light', 'dark'] as const).map((value) => ({
          value,
          label: t(`colour.schemes.${value}`),
        }))}
        onChange={setChosen}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {NAMES.map((name) => (
          <ColourField
            key={`${chosen} ${name}`}
            label={t(`colours.${name}`)}
            description={t(set[name] === undefined ? 'colour.follows' : 'colour.set')}
            value={palette[name]}
            onChange={(colour) => setColour(chosen, name, colour)}
            onClear={set[name] === undefined ? undefined : () => setColour(chosen, name, null)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
