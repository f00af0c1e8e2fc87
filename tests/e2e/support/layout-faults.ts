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

    /** Not below a dialog, a head that stays in its place, or outside of the window. */
    function isInSight({ element, box }: Shown): boolean {
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return at !== null && (at === element || at.contains(element) || element.contains(at));
    }

    function overlap(a: Shown, b: Shown): boolean {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      const isSame = a.element === b.element || a.element.contains(b.element);
      return !isSame && !b.element.contains(a.element) && across > SLACK_PX && down > 4;
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
