import type { ReactNode } from 'react';
import type { Appearance, ChatLanguage } from '../../preload/contract';
import { Branded } from '../chat/Branded';
import { Spoken } from '../chat/Spoken';
import classes from './KioskFrame.module.css';

export const SHAPES = ['portrait', 'landscape'] as const;

interface Props {
  shape: (typeof SHAPES)[number];
  /** What is seen. */
  label: string;
  appearance: Appearance;
  language: ChatLanguage;
  children: ReactNode;
}

/** A screen as a kiosk shows it, smaller, to look at. */
export function KioskFrame({ shape, label, appearance, language, children }: Props) {
  return (
    <div className={classes.frame} data-shape={shape} role="img" aria-label={label}>
      <div className={classes.screen} inert>
        <Spoken language={language}>
          <Branded appearance={appearance} language={language}>
            {children}
          </Branded>
        </Spoken>
      </div>
    </div>
  );
}
