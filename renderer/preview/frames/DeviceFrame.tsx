import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useEffect } from 'react';
import kioskSize from '../../chat/KioskSize.module.css';
import { setScale, useOption, usePreview } from '../preview-store';
import classes from './DeviceFrame.module.css';
import { type Device, deviceOf, scaleIn } from './frames';

/**
 * What a participant sees, as a page of the device's size in CSS pixels: it is laid out in full size, and
 * shown smaller. The elements stay the same in every frame, so that a conversation goes on in another.
 */
export function DeviceFrame({ children }: { children: ReactNode }) {
  const frame = useOption('frame');
  const zoom = useOption('zoom');
  const isLarge = usePreview((state) => state.isLarge);
  const { ref, width, height } = useElementSize();
  const device = deviceOf(frame);
  const scale = device ? scaleIn({ width, height }, device, isLarge ? zoom : 'fit') : 1;

  useEffect(() => setScale(scale), [scale]);

  return (
    <div
      className={classes.room}
      data-frame={frame}
      data-kiosk={device?.isKiosk || undefined}
      ref={ref}
    >
      <div className={classes.outline} style={device ? outlineOf(device, scale) : undefined}>
        <div className={classes.page} style={device ? pageOf(device, scale) : undefined}>
          <div className={`${classes.content} ${device?.isKiosk ? kioskSize.size : ''}`}>
            {children}
          </div>
        </div>
      </div>
    </div>
  );
}

function outlineOf({ width, height }: Device, scale: number): CSSProperties {
  return { width: width * scale, height: height * scale };
}

function pageOf({ width, height }: Device, scale: number): CSSProperties {
  const transform = `scale(${scale})`;
  return { width, height, transform, '--device-scale': scale } as CSSProperties;
}
