import { useColorScheme } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { type Appearance, type ChatLanguage, directionOf } from '../../preload/contract';
import type { Scheme } from '../../preload/contract/palette';
import classes from './Branded.module.css';
import { BrandContext } from './brand/brand-context';
import { useChatFont } from './brand/fonts';
import { variablesOf } from './brand/variables';

interface Props {
  appearance: Appearance;
  /** Of what stands in it: its direction follows. */
  language: ChatLanguage;
  /** Whatever the appearance and the system say. */
  colorScheme?: Scheme | undefined;
  children: ReactNode;
}

/** Gives everything in it the look of the chat: colours, font, shapes, background and direction. */
export function Branded({ appearance, language, colorScheme, children }: Props) {
  const system = useColorScheme('light', { getInitialValueInEffect: false });
  const scheme = colorScheme ?? (appearance.scheme === 'system' ? system : appearance.scheme);
  const { family } = useChatFont(appearance.font);
  const brand = useMemo(() => ({ appearance, scheme }), [appearance, scheme]);
  const style = useMemo(
    () => variablesOf(appearance, scheme, family) as CSSProperties,
    [appearance, scheme, family],
  );
  return (
    <BrandContext value={brand}>
      <div
        className={classes.branded}
        lang={language}
        dir={directionOf(language)}
        data-chat-scheme={scheme}
        style={style}
      >
        {children}
      </div>
    </BrandContext>
  );
}
