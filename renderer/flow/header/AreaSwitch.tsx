import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Languages, Palette, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Area, openArea, useCanvas } from '../canvas-store';
import classes from './FlowHeader.module.css';

const ICONS = { flow: Workflow, design: Palette, languages: Languages };
const AREAS: readonly Area[] = ['flow', 'design', 'languages'];

/** Which part of the experience is worked on; where there is little room, icons stand for the words. */
export function AreaSwitch() {
  const { t } = useTranslation('flow');
  const area = useCanvas((state) => state.area);
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  const labelOf = (value: Area) => {
    const Icon = ICONS[value];
    if (isWide) return t(`header.area.${value}`);
    return (
      <span className={classes.areaIcon} title={t(`header.area.${value}`)}>
        <Icon size={16} aria-hidden />
        <VisuallyHidden>{t(`header.area.${value}`)}</VisuallyHidden>
      </span>
    );
  };
  return (
    <SegmentedControl
      size="xs"
      className={classes.areas}
      aria-label={t('header.area.label')}
      value={area}
      data={AREAS.map((value) => ({ value, label: labelOf(value) }))}
      onChange={openArea}
    />
  );
}
