import type { Page } from '@playwright/test';

/**
 * What is wrong with a page as it lies on the screen: the page itself scrolls, a part of it scrolls, a text
 * is cut by its box or by the edge, or two texts lie on each other. Empty when everything can be read.
 *
 * @param mayShorten places where a long text may end in three dots
 */
export async function layoutFaults(page: Page, mayShorten: readonly string[] = []): Promise<string[]> {
  await page.evaluate(async () => document.fonts.ready);
  return page.evaluate((allowed) => {
    interface Box {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    interface Seen {
      readonly node: Text;
      readonly words: string;
      /** What is left of the ink after its frames have cut it. */
      readonly box: Box;
    }
    const faults = new Set<string>();
    const root = document.documentElement;
    if (root.scrollHeight > window.innerHeight) faults.add(`the page scrolls to ${root.scrollHeight} px`);
    if (root.scrollWidth > window.innerWidth) faults.add(`the page is ${root.scrollWidth} px wide`);

    /** A font's box is taller than its ink: only the ink may be neither cut nor covered. */
    const inkOf = (rect: DOMRect, fontPx: number): Box => {
      const middle = (rect.top + rect.bottom) / 2;
      const half = Math.min(rect.height, fontPx * (fontPx > 28 ? 0.66 : 0.85)) / 2;
      return { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half };
    };
    const nameOf = (part: Element): string => `.${part.getAttribute('class') ?? part.tagName}`;

    /** Cuts the ink by every frame around it and says what was lost. */
    const framed = (node: Text, words: string, ink: Box): Box => {
      let box = ink;
      let told = false;
      for (let part = node.parentElement; part && part !== document.body; part = part.parentElement) {
        const style = getComputedStyle(part);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const frame = part.getBoundingClientRect();
        const isCutDown = box.bottom > frame.bottom + 2 || box.top < frame.top - 2;
        const isCutAcross = box.right > frame.right + 2 || box.left < frame.left - 2;
        const isDotted = style.textOverflow === 'ellipsis' && !isCutDown;
        const mayBe = isDotted && allowed.some((place) => part?.closest(place));
        if ((isCutDown || isCutAcross) && !told && !mayBe) {
          faults.add(`${isDotted ? 'shortened' : 'cut'} by ${nameOf(part)}: ${words}`);
          told = true;
        }
        box = {
          left: Math.max(box.left, frame.left),
          right: Math.min(box.right, frame.right),
          top: Math.max(box.top, frame.top),
          bottom: Math.min(box.bottom, frame.bottom),
        };
      }
      return box;
    };

    const top = document.querySelector('dialog, .flash, .tray') ?? document.body;
    const seen: Seen[] = [];
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = (node.textContent ?? '').trim().slice(0, 24);
      if (!(node instanceof Text) || !parent || words === '') continue;
      if (parent.closest('.sr, [aria-hidden="true"], option, script, style, pattern')) continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width <= 1) continue;
        const box = framed(node, words, inkOf(rect, Number.parseFloat(getComputedStyle(parent).fontSize)));
        if (box.right <= box.left || box.bottom <= box.top) continue;
        if (box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1)
          faults.add(`off the screen: ${words}`);
        seen.push({ node, words, box });
      }
    }

    for (const [index, one] of seen.entries())
      for (const other of seen.slice(index + 1)) {
        if (one.node === other.node) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > 2 && down > 2) faults.add(`on each other: ${one.words} | ${other.words}`);
      }

    for (const part of top.querySelectorAll('*')) {
      const { overflowY } = getComputedStyle(part);
      if ((overflowY === 'auto' || overflowY === 'scroll') && part.scrollHeight > part.clientHeight + 1)
        faults.add(`scrolls: ${nameOf(part)}`);
    }
    return [...faults];
  }, mayShorten);
}
