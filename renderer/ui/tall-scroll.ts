import { observeElementOffset, type Virtualizer } from '@tanstack/react-virtual';

/*
 * Browsers lay out at most some 33 million pixels, and place what is beyond 16 million only roughly:
 * fewer than a million rows. A longer list is scrolled faster than the finger moves instead.
 */
const MAX_HEIGHT = 16_000_000;

type Scroller = Virtualizer<HTMLDivElement, Element>;

/** Of the list per pixel of the scroll bar. */
function factorOf({ scrollElement, options }: Scroller): number {
  const height = options.count * options.estimateSize(0);
  const inSight = scrollElement?.clientHeight ?? 0;
  return Math.max(1, (height - inSight) / (Math.min(height, MAX_HEIGHT) - inSight));
}

export const tallScroll = {
  observeElementOffset: (
    instance: Scroller,
    notify: (offset: number, isScrolling: boolean) => void,
  ) =>
    observeElementOffset(instance, (offset, isScrolling) =>
      notify(offset * factorOf(instance), isScrolling),
    ),
  scrollToFn: (offset: number, { adjustments = 0 }: { adjustments?: number }, instance: Scroller) =>
    instance.scrollElement?.scrollTo({ top: (offset + adjustments) / factorOf(instance) }),
};

/** Height of the content, and where a row of the list is in it. */
export function tallLayout(instance: Scroller) {
  const factor = factorOf(instance);
  const offset = instance.scrollOffset ?? 0;
  const shift = offset / factor - offset;
  return {
    height: factor === 1 ? instance.getTotalSize() : MAX_HEIGHT,
    placeOf: (start: number) => start + shift,
  };
}
