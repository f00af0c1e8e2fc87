// Small style sheets: their fonts are read only where one of their letters is shown.
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-hebrew/wght.css';
import { useEffect, useState } from 'react';
import { type Appearance, addressOfMedia, type CHAT_FONTS } from '../../../preload/contract';

export type BundledFont = (typeof CHAT_FONTS)[number];

interface Face {
  /** As its makers call it. */
  readonly name: string;
  readonly family: string;
  readonly kind: 'sans-serif' | 'serif';
  readonly load: () => Promise<unknown>;
}

/** Inter is the application's own, and there already. */
export const FACES: Readonly<Record<BundledFont, Face>> = {
  inter: face('Inter', 'sans-serif', async () => undefined),
  'source-sans': face(
    'Source Sans 3',
    'sans-serif',
    () => import('@fontsource-variable/source-sans-3/wght.css'),
  ),
  'nunito-sans': face(
    'Nunito Sans',
    'sans-serif',
    () => import('@fontsource-variable/nunito-sans/wght.css'),
  ),
  atkinson: face(
    'Atkinson Hyperlegible Next',
    'sans-serif',
    () => import('@fontsource-variable/atkinson-hyperlegible-next/wght.css'),
  ),
  'space-grotesk': face(
    'Space Grotesk',
    'sans-serif',
    () => import('@fontsource-variable/space-grotesk/wght.css'),
  ),
  lora: face('Lora', 'serif', () => import('@fontsource-variable/lora/wght.css')),
  fraunces: face('Fraunces', 'serif', () => import('@fontsource-variable/fraunces/wght.css')),
};

function face(name: string, kind: Face['kind'], load: Face['load']): Face {
  return { name, family: `'${name} Variable'`, kind, load };
}

const OTHER_SCRIPTS = `'Noto Sans Arabic Variable', 'Noto Sans Hebrew Variable'`;
const FALLBACK = `'Inter Variable', ${OTHER_SCRIPTS}, system-ui`;

/** For CSS: the bundled family, then what has letters of other scripts. */
export function stackOf(font: BundledFont): string {
  const { family, kind } = FACES[font];
  return `${family}, ${OTHER_SCRIPTS}, system-ui, ${kind}`;
}

export type FontState = 'loading' | 'loaded' | 'failed';

/** Files that are tried once: the same file does not become readable later. */
const uploaded = new Map<string, Promise<unknown>>();

/** Of a file, the first characters of its hash name the family: nothing that anybody typed does. */
function familyOf(file: string): string {
  return `chat-${file.slice('asset:'.length, 'asset:'.length + 16)}`;
}

function loadUploaded(file: string): Promise<unknown> {
  const known = uploaded.get(file);
  if (known) return known;
  const font = new FontFace(familyOf(file), `url(${addressOfMedia(file)})`, { weight: '100 900' });
  const loading = font.load().then(() => document.fonts.add(font));
  uploaded.set(file, loading);
  return loading;
}

/** The chat's font for CSS, and what became of it; until it is there, another one stands in. */
export function useChatFont(font: Appearance['font']): { family: string; state: FontState } {
  const key = font.kind === 'bundled' ? font.family : font.file;
  const [known, setKnown] = useState<{ key: string; state: FontState } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const tell = (state: FontState) => isCurrent && setKnown({ key, state });
    const loading = font.kind === 'bundled' ? FACES[font.family].load() : loadUploaded(font.file);
    loading.then(
      () => tell('loaded'),
      () => tell('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, font]);
  const state = known?.key === key ? known.state : 'loading';
  if (font.kind === 'bundled') return { family: stackOf(font.family), state };
  return { family: `${familyOf(font.file)}, ${FALLBACK}, sans-serif`, state };
}
