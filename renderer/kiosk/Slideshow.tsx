import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { addressOfMedia, type KioskLook } from '../../preload/contract';
import classes from './Slideshow.module.css';

type Slide = KioskLook['start']['slides'][number];

interface Props {
  slides: readonly Slide[];
  seconds: number;
  /** Shown where there is no picture. */
  logo: string;
}

/** Pictures that fade into one another; only the first for who wants no motion. */
export function Slideshow({ slides, seconds, logo }: Props) {
  const { usable, shown, isNear, before, isReady, fail } = useSlides(slides, seconds);
  if (!shown) return <Poster logo={logo} />;
  return (
    <div className={classes.pane}>
      {usable.filter(isNear).map((slide) => (
        <img
          key={slide.id}
          className={classes.slide}
          src={addressOfMedia(slide.picture)}
          alt={slide === shown ? slide.alt : ''}
          aria-hidden={slide !== shown || slide.alt === ''}
          data-place={slide === shown ? 'shown' : slide === before ? 'before' : 'next'}
          onLoad={() => isReady(slide.id)}
          onError={() => fail(slide.id)}
        />
      ))}
    </div>
  );
}

/**
 * The next picture is loaded while one is shown, and shown only once it is there; the one before stays
 * behind it, for it to fade in over. They keep their order on the page: what is moved there does not fade.
 */
function useSlides(slides: readonly Slide[], seconds: number) {
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const [index, setIndex] = useState(0);
  const [loaded, setLoaded] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const usable = slides.filter(({ id, picture }) => picture !== '' && !failed.has(id));
  const at = (place: number): Slide | undefined => usable[place % usable.length];
  const shown = at(isStill ? 0 : index);
  const next = isStill ? undefined : at(index + 1);
  const before = isStill || index === 0 ? undefined : at(index - 1);
  const canGoOn = next !== undefined && next !== shown && loaded.has(next.id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each picture has its own time
  useEffect(() => {
    if (!canGoOn) return;
    const timer = setTimeout(() => setIndex((current) => current + 1), seconds * 1_000);
    return () => clearTimeout(timer);
  }, [canGoOn, seconds, index]);

  const adding = (id: string) => (known: ReadonlySet<string>) => new Set([...known, id]);
  return {
    usable,
    shown,
    before,
    isNear: (slide: Slide) => [before, shown, next].includes(slide),
    isReady: (id: string) => setLoaded(adding(id)),
    fail: (id: string) => setFailed(adding(id)),
  };
}

interface PosterProps {
  logo: string;
  /** Whether it says that all is done, instead of inviting. */
  isDone?: boolean;
}

/** In the colour of the brand, where there is no picture. */
export function Poster({ logo, isDone = false }: PosterProps) {
  return (
    <div className={classes.poster} aria-hidden>
      <span className={classes.wave} />
      <span className={classes.wave} />
      <span className={classes.wave} />
      {logo === '' ? (
        <svg className={classes.sign} viewBox="0 0 120 104" aria-hidden>
          {/* A speech bubble. */}
          <path d="M22 4h76a18 18 0 0 1 18 18v40a18 18 0 0 1-18 18H58l-26 20V80H22A18 18 0 0 1 4 62V22A18 18 0 0 1 22 4Z" />
          {isDone ? (
            <polyline points="40,43 54,57 82,29" />
          ) : (
            [38, 60, 82].map((x) => <circle key={x} cx={x} cy="42" r="7" />)
          )}
        </svg>
      ) : (
        <span className={classes.plate}>
          <img src={addressOfMedia(logo)} alt="" />
        </span>
      )}
    </div>
  );
}
