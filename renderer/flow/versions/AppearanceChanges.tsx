import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appearance } from '../../../preload/contract';
import type { ColourName, Scheme } from '../../../preload/contract/palette';
import { FACES } from '../../chat/brand/fonts';
import { THEME_IDS, type ThemeId } from '../design/themes';
import { type AppearanceChange, appearanceChanges } from './appearance-changes';
import classes from './HistoryDialog.module.css';

interface Props {
  before: Appearance | undefined;
  after: Appearance | undefined;
}

/** What of the look has changed, colours shown beside their names. */
export function AppearanceChanges({ before, after }: Props) {
  const { t } = useTranslation('design');
  if (!after) return <Text size="sm">{t('changes.followed')}</Text>;
  if (!before) return <OwnLook theme={after.theme} />;
  return appearanceChanges(before, after).map((change) => (
    <Change key={Object.values(change).join(' ')} change={change} />
  ));
}

function OwnLook({ theme }: { theme: string }) {
  const nameOf = useThemeName();
  const { t } = useTranslation('design');
  return <Text size="sm">{t('changes.own', { theme: nameOf(theme) })}</Text>;
}

function useThemeName(): (theme: string) => string {
  const { t } = useTranslation('design');
  const isKnown = (theme: string): theme is ThemeId => THEME_IDS.some((id) => id === theme);
  return (theme) => (isKnown(theme) ? t(`themes.${theme}.name`) : theme);
}

function Change({ change }: { change: AppearanceChange }) {
  const { t } = useTranslation('design');
  const nameOf = useThemeName();
  switch (change.kind) {
    case 'picture':
      return <Text size="sm">{t(`changes.${change.part}.${change.how}`)}</Text>;
    case 'backdrop':
      return <Text size="sm">{t('changes.picture')}</Text>;
    case 'text':
      return <Row label={t(`changes.${change.part}`)} was={change.before} is={change.after} />;
    case 'theme':
      return (
        <Row label={t('changes.theme')} was={nameOf(change.before)} is={nameOf(change.after)} />
      );
    case 'colour': {
      const colour = change.name && t(`colours.${change.name as ColourName}`);
      const scheme = change.scheme && t(`colour.schemes.${change.scheme as Scheme}`);
      return (
        <Row
          label={colour && scheme ? t('changes.colour', { colour, scheme }) : t('changes.brand')}
          was={<Swatch colour={change.before} />}
          is={<Swatch colour={change.after} />}
        />
      );
    }
    case 'scheme':
      return (
        <Row
          label={t('changes.scheme')}
          was={t(`colour.schemes.${change.before}`)}
          is={t(`colour.schemes.${change.after}`)}
        />
      );
    case 'font':
      return (
        <Row label={t('changes.font')} was={fontName(change.before)} is={fontName(change.after)} />
      );
    case 'shape':
      return (
        <Row
          label={t(`changes.${change.part}`)}
          was={t(`shape.${change.before}`)}
          is={t(`shape.${change.after}`)}
        />
      );
    case 'background':
      return (
        <Row
          label={t('changes.background')}
          was={t(`background.${change.before}`)}
          is={t(`background.${change.after}`)}
        />
      );
  }
}

function fontName(font: Appearance['font']): string {
  return font.kind === 'bundled' ? FACES[font.family].name : font.name;
}

function Swatch({ colour }: { colour: string | null }) {
  const { t } = useTranslation('design');
  if (colour === null) return t('changes.follows');
  return (
    <span className={classes.colour}>
      <span className={classes.swatch} style={{ background: colour }} aria-hidden />
      {colour}
    </span>
  );
}

function Row({ label, was, is }: { label: string; was: ReactNode; is: ReactNode }) {
  const { t } = useTranslation('flow');
  return (
    <Text size="sm" component="div">
      {label}: <del className={classes.old}>{was || t('versions.empty')}</del>
      {' → '}
      <ins className={classes.new}>{is || t('versions.empty')}</ins>
    </Text>
  );
}
