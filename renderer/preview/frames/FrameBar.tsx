import { ActionIcon, NativeSelect, SegmentedControl, Tooltip, VisuallyHidden } from '@mantine/core';
import {
  type LucideIcon,
  Maximize2,
  Minimize2,
  Monitor,
  PanelRight,
  RectangleHorizontal,
  RectangleVertical,
  Smartphone,
  Tablet,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { setLarge, setOptions, useOption, usePreview } from '../preview-store';
import classes from './FrameBar.module.css';
import { deviceOf, FRAMES, type Frame, ZOOMS } from './frames';

const ICONS: Readonly<Record<Frame, LucideIcon>> = {
  panel: PanelRight,
  phone: Smartphone,
  tablet: Tablet,
  kioskPortrait: RectangleVertical,
  kioskLandscape: RectangleHorizontal,
  desktop: Monitor,
};

/** In which device the chat is shown, and how large. */
export function FrameBar() {
  const { t } = useTranslation('preview');
  const frame = useOption('frame');
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t('frames.title')}
        value={frame}
        classNames={{ label: classes.choice }}
        data={FRAMES.map((value) => ({ value, label: <FrameChoice frame={value} /> }))}
        onChange={(value) => setOptions({ frame: value })}
      />
      <Size frame={frame} />
      <Enlarge />
    </div>
  );
}

function FrameChoice({ frame }: { frame: Frame }) {
  const { t } = useTranslation('preview');
  const Icon = ICONS[frame];
  const device = deviceOf(frame);
  const name = t(`frames.names.${frame}`);
  return (
    <Tooltip label={device ? t('frames.sized', { name, ...sizeOf(device) }) : name}>
      <span className={classes.icon}>
        <Icon size={15} aria-hidden />
        <VisuallyHidden>{name}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

function Size({ frame }: { frame: Frame }) {
  const { t } = useTranslation('preview');
  const scale = usePreview((state) => state.scale);
  const isLarge = usePreview((state) => state.isLarge);
  const zoom = useOption('zoom');
  const device = deviceOf(frame);
  if (!device) return <span className={classes.size} />;
  const percent = t('frames.percent', { scale });
  return (
    <>
      {isLarge && (
        <NativeSelect
          size="xs"
          aria-label={t('frames.zoom')}
          value={String(zoom)}
          data={ZOOMS.map((value) => ({
            value: String(value),
            label: value === 'fit' ? t('frames.fit') : t('frames.percent', { scale: value }),
          }))}
          onChange={({ currentTarget: { value } }) =>
            setOptions({ zoom: ZOOMS.find((each) => String(each) === value) ?? 'fit' })
          }
        />
      )}
      <span className={classes.size} data-scale={scale.toFixed(3)}>
        {isLarge
          ? t('frames.sized', { name: t(`frames.names.${frame}`), ...sizeOf(device) })
          : null}{' '}
        {percent}
      </span>
    </>
  );
}

function Enlarge() {
  const { t } = useTranslation('preview');
  const isLarge = usePreview((state) => state.isLarge);
  const label = t(isLarge ? 'frames.smaller' : 'frames.larger');
  const Icon = isLarge ? Minimize2 : Maximize2;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Without the marks that some languages set between thousands: nobody writes resolutions so. */
function sizeOf({ width, height }: { width: number; height: number }) {
  return { width: String(width), height: String(height) };
}
