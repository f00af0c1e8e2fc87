import { Button } from '@mantine/core';
import { CircleCheck, TriangleAlert, Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Palette } from '../../../preload/contract';
import {
  contrastIssues,
  PAIRS,
  paletteIn,
  roundedRatio,
  type Scheme,
  schemesOf,
  TEXT_CONTRAST,
} from '../../../preload/contract/palette';
import { useLanguage } from '../use-language';
import { repairContrast } from './appearance-actions';
import classes from './Design.module.css';
import { useAppearance } from './use-appearance';

/** Every pair of text and ground as it is met, how well it can be read, and the way out where it cannot. */
export function ContrastList() {
  const { t } = useTranslation('design');
  const { appearance } = useAppearance();
  const issues = contrastIssues(appearance);
  return (
    <div className={classes.contrast}>
      <div className={classes.verdict} role="status" data-failing={issues.length > 0 || undefined}>
        {issues.length > 0 ? (
          <TriangleAlert size={16} aria-hidden />
        ) : (
          <CircleCheck size={16} aria-hidden />
        )}
        <span>
          {issues.length > 0 ? t('contrast.failing', { count: issues.length }) : t('contrast.fine')}
        </span>
        {issues.length > 0 && (
          <Button
            size="compact-xs"
            leftSection={<Wrench size={13} aria-hidden />}
            onClick={repairContrast}
          >
            {t('contrast.repair')}
          </Button>
        )}
      </div>
      <div className={classes.schemes}>
        {schemesOf(appearance).map((scheme) => (
          <Pairs key={scheme} scheme={scheme} palette={paletteIn(appearance, scheme)} />
        ))}
      </div>
    </div>
  );
}

function Pairs({ scheme, palette }: { scheme: Scheme; palette: Palette }) {
  const { t } = useTranslation('design');
  const language = useLanguage();
  return (
    <ul className={classes.pairs} aria-label={t(`colour.schemes.${scheme}`)}>
      {PAIRS.map(({ text, ground }) => {
        const ratio = roundedRatio(palette[text], palette[ground]);
        const isFailing = ratio < TEXT_CONTRAST;
        return (
          <li key={`${text} ${ground}`} data-failing={isFailing || undefined}>
            {/* It shows the very colours that may be unreadable; the words beside it say so. */}
            <span
              className={classes.swatch}
              style={{ color: palette[text], background: palette[ground] }}
              aria-hidden
            >
              Aa
            </span>
            <span>{t(`pairs.${ground}`)}</span>
            <span className={classes.ratio}>
              {t('contrast.ratio', {
                ratio: ratio.toLocaleString(language, { maximumFractionDigits: 1 }),
              })}
              {isFailing && ` – ${t('contrast.tooLow')}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
