/** What holds for every page in every state: its frame, its accessibility, its layout. */

import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { ready } from './support/islands.ts';
import { FLU, expectHeading } from './support/journey.ts';
import { expectLargeTargets, expectNoSidewaysScroll, expectVisibleFocus, tabTo } from './support/layout.ts';
import { NOT_FOUND, WALKS } from './support/pages.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';
import { expectFrame } from './support/whole.ts';

/** Nobody has to scroll sideways or to aim, and axe finds nothing. */
async function expectLayout(page: Page): Promise<void> {
  for (const width of [1280, 768, 390]) {
    await expectNoSidewaysScroll(page, width);
    await expectLargeTargets(page);
    // Without scripts axe needs a copy of the page: once is enough, as it is the same page.
    if (hasJavaScript() ? width !== 768 : width === 390) await expectAccessible(page);
  }
}

async function expectSkipLink(page: Page): Promise<void> {
  // From wherever the page put the focus back to where reading begins.
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: 'Skip to main content' });
  await expect(link).toBeFocused();
  await expect(link).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main-content$/);
  await expect(page.locator('#main-content')).toBeFocused();
}

for (const walk of WALKS) {
  test(`${walk.name}: whole and accessible`, async ({ page, watch }) => {
    const states = walk.states();
    test.setTimeout(60_000 * states.length);
    if (states.some(({ isMissing }) => isMissing)) watch.allow(NOT_FOUND);
    for (const state of states) {
      await test.step(state.name, async () => {
        await state.open(page);
        await ready(page);
        await expectFrame(page, state.isError ?? false);
        await expectLayout(page);
        // Styles say where the focus is, with scripts and without.
        if (hasJavaScript()) await expectVisibleFocus(page);
        if (state.path) await test.step('the skip link comes first, and leads to the content', async () => expectSkipLink(page));
      });
    }
  });
}

test('an unknown page says so', async ({ page, watch }) => {
  watch.allow(NOT_FOUND);
  for (const path of ['/no-such-page', '/publications/no-such-publication', '/e/NOPE-0000', '/publications/..%2f']) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expectHeading(page, 'Page not found');
    await expect(page).toHaveTitle('Page not found – Healthpost');
    await expect(page.getByRole('link', { name: 'Search all publications' })).toHaveAttribute('href', '/publications');
  }
  await page.getByRole('search').getByLabel('Search publications').fill('rsv');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/\/publications\?q=rsv$/);
});

test('a code in any spelling leads to its publication', async ({ page }) => {
  await page.goto('/e/flu%200017-pl-01');
  await expect(page).toHaveURL(new RegExp(`${FLU.path}\\?language=pl&format=standard$`));
  await expectHeading(page, FLU.titlePolish);
});

test('the Arabic edition stands in its own language and direction', async ({ page }) => {
  await page.goto(FLU.arabic);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('التطعيم ضد الإنفلونزا');
  const shown = await title.evaluate((heading) => {
    const words = heading.querySelector('[lang]') ?? heading;
    return { lang: words.closest('[lang]')?.getAttribute('lang'), direction: getComputedStyle(words).direction };
  });
  expect(shown).toEqual({ lang: 'ar', direction: 'rtl' });
});

test('several files are downloaded at once', async ({ page }) => {
  await page.goto(FLU.english);
  await page.getByText('Download several files at once').click();
  const form = page.locator('#zip');
  await expect(form.getByText('Polski')).toHaveAttribute('lang', 'pl');
  await expectAccessible(page);
  await form.getByLabel('Polski').check();
  const begun = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Download as a zip file' }).click();
  const download = await begun;
  expect(download.suggestedFilename()).toBe('flu-vaccination-leaflet-for-parents.zip');
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  expect(bytes.includes('FLU-0017-PL-01/web/')).toBe(true);
  expect(bytes.includes('FLU-0017-EN-01/')).toBe(false);
});

test.describe('by keyboard alone', () => {
  needsJavaScript();

  test('from search to basket', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    await tabTo(page, page.getByLabel('Search publications'));
    await page.keyboard.type('flu vaccination parents', { delay: 10 });
    // Before the page of the search there may be its results on this one, at the same address.
    const drawn = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await drawn;
    await expect(page).toHaveURL(/[?&]q=flu\+vaccination\+parents(&|$)/);
    const link = page.locator('#results').getByRole('link', { name: FLU.title, exact: true });
    await expect(link).toBeVisible();
    await ready(page);
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await expectHeading(page, FLU.title);
    await ready(page);
    await tabTo(page, page.getByLabel('How many copies'));
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2');
    await tabTo(page, page.getByRole('button', { name: 'Add to basket' }));
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Your basket');
    await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('2');
  });
});
