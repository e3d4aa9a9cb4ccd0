/** What holds for every page: the frame around it, that it fits the screen, and that it is accessible. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './axe.ts';
import { expectLargeTargets, expectNoSidewaysScroll } from './layout.ts';
import { expect, hasJavaScript } from './test.ts';

/** Asserts what stands around every page: title, language, landmarks, one heading, the skip link first. */
export async function expectFrame(page: Page, isError = false): Promise<void> {
  await expect(page).toHaveTitle(isError ? /^Error: .+ – Healthpost$/ : /^(?!Error: ).+ – Healthpost$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('main')).toHaveCount(1);
  await expect(page.locator('main#main-content')).toHaveCount(1);
  await expect(page.getByRole('banner')).toHaveCount(1);
  await expect(page.getByRole('contentinfo')).toHaveCount(1);
  const first = page.locator('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]').first();
  await expect(first).toHaveText('Skip to main content');
  await expect(first).toHaveAttribute('href', '#main-content');
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  expect(twice, 'ids are unique').toEqual([]);
  // Every inline style would be refused by the content security policy.
  await expect(page.locator('[style], style')).toHaveCount(0);
}

/** The narrowest screen that a page has to fit: 1,280 px at 400 % (WCAG 1.4.10). */
const NARROWEST = 320;

/**
 * Asserts that a page fits these widths, with targets that are large enough, and is accessible there; and that it fits
 * the narrowest.
 */
export async function expectWhole(page: Page, widths = [390, 1280]): Promise<void> {
  if (!widths.includes(NARROWEST)) await expectNoSidewaysScroll(page, NARROWEST);
  for (const width of widths) {
    await expectNoSidewaysScroll(page, width);
    await expectLargeTargets(page);
    await expectAccessible(page);
  }
}

/**
 * Asserts all of that of a page without scripts of its own. As it is the same with them and without, axe looks at it
 * at one width only where there are none: looking takes it much longer there.
 */
export async function expectState(page: Page, isError = false): Promise<void> {
  await page.waitForLoadState('load');
  await expectFrame(page, isError);
  await expectNoSidewaysScroll(page, 1280);
  await expectWhole(page, hasJavaScript() ? [390, 1280] : [390]);
}
