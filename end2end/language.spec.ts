/** The interface in every language it speaks: whole, accessible, and the right way round. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { ready } from './support/islands.ts';
import { FLU, fillBasket, goToCheck, somebody } from './support/journey.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, hasJavaScript, test } from './support/test.ts';

const LANGUAGES = [
  { tag: 'cy', dir: 'ltr', basket: 'Eich basged', error: 'Gwall' },
  { tag: 'fr', dir: 'ltr', basket: 'panier', error: 'Erreur' },
  { tag: 'ar', dir: 'rtl', basket: 'سلت', error: 'خطأ' },
];

const PAGES = [
  '/',
  '/publications?q=flu',
  FLU.english,
  '/basket',
  '/track',
  '/waiting',
  '/contact',
  '/feedback',
  `/more/${FLU.code}`,
  '/about',
  '/accessibility',
  '/privacy',
  '/cookies',
];

/** Each of these pages is in the language, as wide as the screen, and accessible. */
async function expectWhole(page: Page, paths: string[], { tag, dir }: { tag: string; dir: string }): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page).toHaveURL((url) => url.pathname + url.search === path);
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    // Nothing was left in English or as an id.
    await expect(page.getByText(/Unknown localization/)).toHaveCount(0);
    for (const width of [390, 1280]) {
      await expectNoSidewaysScroll(page, width);
      await expectAccessible(page);
    }
  }
}

for (const { tag, dir, basket, error } of LANGUAGES) {
  test(`${tag}: pages are whole and accessible`, async ({ page }) => {
    test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
    test.setTimeout(150_000);
    await fillBasket(page);
    await page.goto(`/?lang=${tag}`);
    await expect(page).toHaveURL(/\/$/);
    await expectWhole(page, PAGES, { tag, dir });
    await page.goto('/basket');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(basket);
  });

  test(`${tag}: the way to an order is whole and accessible`, async ({ page }) => {
    test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
    test.setTimeout(120_000);
    await goToCheck(page, somebody());
    await page.goto(`/?lang=${tag}`);
    const steps = ['delivery', 'contact', 'check'];
    await expectWhole(page, steps.map((step) => `/checkout/${step}`), { tag, dir });
    await page.locator('form[action$="/do/checkout/place"] button').click();
    await expect(page).toHaveURL(/\/orders\/HP-/);
    const order = new URL(page.url()).pathname;
    await expectWhole(page, ['', '/change', '/address', '/cancel'].map((part) => `${order}${part}`), { tag, dir });
  });

  test(`${tag}: what is wrong is said in it`, async ({ page }) => {
    await page.goto(`/track?lang=${tag}`);
    await ready(page);
    await page.locator('main form button').click();
    await expect(page).toHaveTitle(new RegExp(`^${error}`));
    await expect(page.locator('#order_number-error')).toBeVisible();
  });
}
