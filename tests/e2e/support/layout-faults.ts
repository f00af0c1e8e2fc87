import type { Page } from 'playwright/test';

/**
 * What is wrong with how a page is laid out as it is shown: that it scrolls as a whole, texts that are cut
 * and cannot be read on demand, and texts that lie over each other. Drawings such as the canvas, whose texts
 * are as large as its zoom, are left out.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SLACK_PX = 2;
    const DRAWINGS = '.react-flow__viewport, .react-flow__minimap, svg, iframe, [aria-hidden=true]';

    interface Shown {
      element: Element;
      text: string;
      box: DOMRect;
    }

    const name = (text: string): string => `“${text.slice(0, 60)}”`;
    const style = (element: Element) => getComputedStyle(element);

    /** What only screen readers get is a box of a pixel. */
    const isForEyes = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.clientWidth !== 1 &&
      !element.closest(DRAWINGS);

    function shownTexts(): Shown[] {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Shown[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = (node.textContent ?? '').trim();
        const element = node.parentElement;
        if (text === '' || !element || !isForEyes(element)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
          if (box.width > 1 && box.height > 1) texts.push({ element, text, box });
        }
      }
      return texts;
    }

    /** Of what is read in another way: by pointing at it, or by opening what it names. */
    const isReadOtherwise = (element: Element): boolean =>
      element.closest('[title], [aria-expanded], [data-cut]') !== null;

    /** The nearest ancestor that hides what is outside of it and cannot be scrolled there. */
    function cutter(element: Element, overflow: 'overflowX' | 'overflowY'): Element | null {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const value = style(at)[overflow];
        if (value === 'auto' || value === 'scroll') return null;
        if (value === 'hidden' || value === 'clip') return at;
        if (style(at).position === 'fixed') return null;
      }
      return null;
    }

    function cut({ element, box }: Shown): boolean {
      const across = cutter(element, 'overflowX');
      const frame = across?.getBoundingClientRect();
      if (frame && (box.right > frame.right + SLACK_PX || box.left < frame.left - SLACK_PX))
        return true;
      const down = cutter(element, 'overflowY')?.getBoundingClientRect();
      return down !== undefined && box.bottom > down.bottom + 2 * SLACK_PX;
    }

    /** Hides what is below it. */
    const isOpaque = (element: Element): boolean => {
      const [, , , alpha = 1] = (
        style(element).backgroundColor.match(/[\d.]+/g) ?? [0, 0, 0, 0]
      ).map(Number);
      return alpha > 0.5;
    };

    /** Not scrolled away. */
    function isInFrames(element: Element, x: number, y: number): boolean {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (style(at).overflow === 'visible') continue;
        const { left, right, top, bottom } = at.getBoundingClientRect();
        if (x < left || x > right || y < top || y > bottom) return false;
      }
      return true;
    }

    /** Not below a dialog or a menu, scrolled away or outside of the window. */
    function isSeenAt({ element }: Shown, x: number, y: number): boolean {
      if (!isInFrames(element, x, y)) return false;
      for (const at of document.elementsFromPoint(x, y)) {
        if (at === element || at.contains(element) || element.contains(at)) return true;
        if (isOpaque(at)) return false;
      }
      return false;
    }

    /** What is cut is looked at where it begins. */
    const isInSight = (shown: Shown): boolean =>
      isSeenAt(
        shown,
        shown.box.left + Math.min(shown.box.width, 8) / 2,
        shown.box.top + shown.box.height / 2,
      );

    /** Of a text that is cut, what is left. */
    function visible({ element, box }: Shown) {
      const frame = cutter(element, 'overflowX')?.getBoundingClientRect() ?? box;
      const [left, right] = [Math.max(box.left, frame.left), Math.min(box.right, frame.right)];
      return { left, right, top: box.top, bottom: box.bottom };
    }

    function overlap(a: Shown, b: Shown): boolean {
      if (a.element.contains(b.element) || b.element.contains(a.element)) return false;
      const [one, other] = [visible(a), visible(b)];
      const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
      const across = Math.min(one.right, other.right) - left;
      const down = Math.min(one.bottom, other.bottom) - top;
      if (across <= SLACK_PX || down <= 2 * SLACK_PX) return false;
      return [a, b].every((shown) => isSeenAt(shown, left + across / 2, top + down / 2));
    }

    const root = document.documentElement;
    const faults: string[] = [];
    if (root.scrollHeight > innerHeight + 1) faults.push('the page scrolls down');
    if (root.scrollWidth > innerWidth + 1) faults.push('the page scrolls sideways');
    const texts = shownTexts().filter(isInSight);
    for (const shown of texts) {
      if (cut(shown) && !isReadOtherwise(shown.element)) faults.push(`cut: ${name(shown.text)}`);
    }
    for (const [place, a] of texts.entries()) {
      for (const b of texts.slice(place + 1)) {
        if (overlap(a, b)) faults.push(`over each other: ${name(a.text)} and ${name(b.text)}`);
      }
    }
    for (const input of document.querySelectorAll<HTMLInputElement>(
      'input[type=text], input:not([type]), select',
    )) {
      const isCut = input.scrollWidth > input.clientWidth + SLACK_PX;
      if (isCut && input.readOnly && isForEyes(input) && !isReadOtherwise(input)) {
        faults.push(`cut: ${name(input.value)}`);
      }
    }
    return [...new Set(faults)];
  });
}
