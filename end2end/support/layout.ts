/** What a page looks like to somebody who sees it or moves through it by keyboard. */

import type { Locator, Page } from '@playwright/test';

import { expect } from './test.ts';

/** Asserts that nobody has to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page, width: number): Promise<void> {
  await page.waitForLoadState('load');
  await page.setViewportSize({ width, height: 900 });
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [`the page is ${root.scrollWidth} px wide`, ...beyond.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
  expect(wide, `${page.url()} fits ${width} px`).toEqual([]);
}

/** Asserts that every target is 24 px in size, stands in a line of text, or has that much room (WCAG 2.5.8). */
export async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() => {
    const least = 24;
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .map((element) => {
        const label = element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type) ? element.labels?.[0] : undefined;
        const boxes = [element, ...(label ? [label] : [])].map((part) => part.getBoundingClientRect());
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const right = Math.max(...boxes.map((box) => box.right));
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        return { element, left, top, right, bottom };
      })
      // What is hidden until it has the focus, such as the skip link, is not there to be pressed.
      .filter(({ element, left, top, right, bottom }) => element.checkVisibility() && right - left > 1 && bottom - top > 1 && bottom > 0 && right > 0);
    const isSmall = (box: { left: number; top: number; right: number; bottom: number }) =>
      box.right - box.left < least - 0.5 || box.bottom - box.top < least - 0.5;
    const inText = (element: HTMLElement) =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent.trim().length ?? 0) > element.textContent.trim().length;
    const middle = (box: { left: number; top: number; right: number; bottom: number }) => ({
      x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2,
    });
    const crowded = (box: (typeof targets)[number]) =>
      targets.some((other) => {
        if (other === box || other.element.contains(box.element) || box.element.contains(other.element)) return false;
        const { x, y } = middle(box);
        const to = isSmall(other)
          ? Math.hypot(x - middle(other).x, y - middle(other).y) - least / 2
          : Math.hypot(x - Math.min(Math.max(x, other.left), other.right), y - Math.min(Math.max(y, other.top), other.bottom));
        return to < least / 2 - 0.5;
      });
    return targets
      .filter((box) => isSmall(box) && !inText(box.element) && crowded(box))
      .map((box) => `${(box.right - box.left).toFixed(0)} × ${(box.bottom - box.top).toFixed(0)} px: ${box.element.outerHTML.slice(0, 120)}`);
  });
  expect(small, `targets on ${page.url()} are large enough`).toEqual([]);
}

/** Goes through the page by keyboard and asserts that one always sees where one is. */
export async function expectVisibleFocus(page: Page, most = 40): Promise<void> {
  const unseen: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const marked = (part: Element | null | undefined) => {
        if (!part) return false;
        const style = getComputedStyle(part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      };
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const box = element.getBoundingClientRect();
      const isOnScreen = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
      return { isSeen: isOnScreen && (marked(element) || marked(label)), html: element.outerHTML.slice(0, 120) };
    });
    if (!found) break;
    if (!found.isSeen) unseen.push(found.html);
  }
  expect(unseen, `the focus is always seen on ${page.url()}`).toEqual([]);
}

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator, most = 250): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(target)} cannot be reached by keyboard`);
}

/** What one presses or fills in. */
export const CONTROLS = 'input, select, textarea, button, summary';

/** Puts a page on paper, and asserts that its heading is there and nothing to press or to fill in. */
export async function expectOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(CONTROLS).filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
