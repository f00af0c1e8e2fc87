import { Input, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Appearance, type KioskLook } from '../../../../preload/contract';
import { EndScreen } from '../../../kiosk/EndScreen';
import { KioskFrame, SHAPES } from '../../../kiosk/KioskFrame';
import { StartScreen } from '../../../kiosk/StartScreen';
import { useDraft } from '../../draft-store';
import { useLanguage } from '../../use-language';
import classes from './KioskSection.module.css';

const PLAIN = Appearance.parse({});
/** As kiosks have it unless they are started otherwise. */
const CLEAR_SECONDS = 5;

interface Props {
  look: KioskLook;
  experienceName: string;
}

/** Both screens as a kiosk will show them, smaller. */
export function KioskPreview({ look, experienceName }: Props) {
  const { t } = useTranslation('kiosk');
  const [shape, setShape] = useState<(typeof SHAPES)[number]>('portrait');
  const settings = useDraft(({ graph }) => graph.settings);
  const spoken = useLanguage();
  const languages = settings?.languages ?? { main: spoken, others: [] };
  const appearance = settings?.appearance ?? PLAIN;
  const frame = (title: string, screen: ReactNode) => (
    <figure className={classes.figure}>
      <KioskFrame shape={shape} label={title} appearance={appearance} language={languages.main}>
        {screen}
      </KioskFrame>
      <figcaption>{title}</figcaption>
    </figure>
  );
  return (
    <div className={classes.preview}>
      <Input.Wrapper label={t('look.screen')} labelElement="div">
        <SegmentedControl
          size="xs"
          display="flex"
          aria-label={t('look.screen')}
          value={shape}
          data={SHAPES.map((value) => ({ value, label: t(`look.${value}`) }))}
          onChange={setShape}
        />
      </Input.Wrapper>
      <div className={classes.frames}>
        {frame(
          t('look.previewStart'),
          <StartScreen
            invitation={{ experienceName, appearance, look, languages }}
            onStart={() => undefined}
          />,
        )}
        {frame(
          t('look.previewEnd'),
          <EndScreen
            look={look}
            logo={appearance.logo}
            ending="ended"
            clearSeconds={CLEAR_SECONDS}
            secondsLeft={CLEAR_SECONDS}
            round={0}
            onClear={() => undefined}
          />,
        )}
      </div>
    </div>
  );
}
