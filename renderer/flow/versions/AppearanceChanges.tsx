import { useTranslation } from 'react-i18next';
import type { Appearance } from '../../../preload/contract';
import type { ColourName, Scheme } from '../../../preload/contract/palette';
import { FACES } from '../../chat/brand/fonts';
import { THEME_IDS, type ThemeId } from '../design/themes';
import { type AppearanceChange, appearanceChanges } from './appearance-changes';
import { ChangeNote, ChangeRow } from './ChangeTable';
import classes from './HistoryDialog.module.css';

interface Props {
  before: Appearance | undefined;
  after: Appearance | undefined;
}

/** What of the look has changed, colours shown beside their names. */
export function AppearanceChanges({ before, after }: Props) {
  const { t } = useTranslation('design');
  if (!after) return <ChangeNote>{t('changes.followed')}</ChangeNote>;
  if (!before) return <OwnLook theme={after.theme} />;
  return appearanceChanges(before, after).map((change) => (
    <Change key={Object.values(change).join(' ')} change={change} />
  ));
}

function OwnLook({ theme }: { theme: string }) {
  const nameOf = useThemeName();
  const { t } = useTranslation('design');
  return <ChangeNote>{t('changes.own', { theme: nameOf(theme) })}</ChangeNote>;
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
      return <ChangeNote>{t(`changes.${change.part}.${change.how}`)}</ChangeNote>;
    case 'backdrop':
      return <ChangeNote>{t('changes.picture')}</ChangeNote>;
    case 'text':
      return (
        <ChangeRow label={t(`changes.${change.part}`)} was={change.before} is={change.after} />
      );
    case 'theme':
      return (
        <ChangeRow
          label={t('changes.theme')}
          was={nameOf(change.before)}
          is={nameOf(change.after)}
        />
      );
    case 'colour': {
      const colour = change.name && t(`colours.${change.name as ColourName}`);
      const scheme = change.scheme && t(`colour.schemes.${change.scheme as Scheme}`);
      return (
        <ChangeRow
          label={colour && scheme ? t('changes.colour', { colour, scheme }) : t('changes.brand')}
          was={<Swatch colour={change.before} />}
          is={<Swatch colour={change.after} />}
        />
      );
    }
    case 'scheme':
      return (
        <ChangeRow
          label={t('changes.scheme')}
          was={t(`colour.schemes.${change.before}`)}
          is={t(`colour.schemes.${change.after}`)}
        />
      );
    case 'font':
      return (
        <ChangeRow
          label={t('changes.font')}
          was={fontName(change.before)}
          is={fontName(change.after)}
        />
      );
    case 'shape':
      return (
        <ChangeRow
          label={t(`changes.${change.part}`)}
          was={t(`shape.${change.before}`)}
          is={t(`shape.${change.after}`)}
        />
      );
    case 'background':
      return (
        <ChangeRow
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
