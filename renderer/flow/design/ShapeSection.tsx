import { SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { editAppearance } from './appearance-actions';
import classes from './Design.module.css';
import { Section } from './Section';
import { useAppearance } from './use-appearance';

const BUBBLES = ['round', 'soft', 'square'] as const;
const BUTTONS = ['pill', 'soft', 'square'] as const;

export function ShapeSection() {
  const { t } = useTranslation('design');
  const { bubbles, buttons } = useAppearance().appearance;
  return (
    <Section title={t('shape.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Stack gap={4}>
          <span className={classes.label} id="design-bubbles">
            {t('shape.bubbles')}
          </span>
          <SegmentedControl
            aria-labelledby="design-bubbles"
            value={bubbles}
            data={BUBBLES.map((value) => ({ value, label: t(`shape.${value}`) }))}
            onChange={(value) => editAppearance({ bubbles: value })}
          />
        </Stack>
        <Stack gap={4}>
          <span className={classes.label} id="design-buttons">
            {t('shape.buttons')}
          </span>
          <SegmentedControl
            aria-labelledby="design-buttons"
            value={buttons}
            data={BUTTONS.map((value) => ({ value, label: t(`shape.${value}`) }))}
            onChange={(value) => editAppearance({ buttons: value })}
          />
        </Stack>
      </SimpleGrid>
    </Section>
  );
}
