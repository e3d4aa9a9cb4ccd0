/** Pictures of every page in every state, for people to look at: HEALTHPOST_SCREENSHOTS=1. */

import { test as base } from '@playwright/test';

import { ready } from './support/islands.ts';
import { OPEN, WALKS } from './support/pages.ts';
import { hasJavaScript } from './support/test.ts';

// Taking a picture adds a style to the page, which the content security policy reports; so nothing is watched here.
base.describe('pictures', { tag: '@screenshots' }, () => {
  for (const [at, walk] of WALKS.entries()) {
    base(walk.name, async ({ page }) => {
      const states = walk.states();
      base.setTimeout(60_000 * states.length);
      for (const [step, state] of states.entries()) {
        await state.open(page);
        if (hasJavaScript()) await ready(page);
        for (const width of hasJavaScript() ? [390, 768, 1280] : [390, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          const number = String(100 * (at + 1) + step);
          const name = `${hasJavaScript() ? '' : 'plain-'}${number}-${state.name.replaceAll(' ', '-')}-${width}.png`;
          await page.screenshot({ path: `test-results/screens/${name}`, fullPage: true });
        }
      }
    });
  }

  for (const [at, state] of OPEN.filter((state) => state.path).entries()) {
    base(`${state.name} in Arabic`, async ({ page }) => {
      base.skip(!hasJavaScript(), 'once is enough');
      await page.goto('/?lang=ar');
      await state.open(page);
      await ready(page);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const name = `ar-${String(at + 1).padStart(2, '0')}-${state.name.replaceAll(' ', '-')}-${width}.png`;
        await page.screenshot({ path: `test-results/screens/${name}`, fullPage: true });
      }
    });
  }
});
