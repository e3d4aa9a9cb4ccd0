/** The interface in every language it speaks: whole, accessible, and the right way round. */

import { expectAccessible } from './support/axe.ts';
import { ready } from './support/islands.ts';
import { FLU, fillBasket } from './support/journey.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { expect, test } from './support/test.ts';

const LANGUAGES = [
  { tag: 'cy', dir: 'ltr', basket: 'Eich basged', error: 'Gwall' },
  { tag: 'fr', dir: 'ltr', basket: 'panier', error: 'Erreur' },
  { tag: 'ar', dir: 'rtl', basket: 'سلت', error: 'خطأ' },
];

for (const { tag, dir, basket, error } of LANGUAGES) {
  test(`${tag}: pages are whole and accessible`, async ({ page }) => {
    test.setTimeout(90_000);
    await fillBasket(page);
    await page.goto(`/?lang=${tag}`);
    await expect(page).toHaveURL(/\/$/);
    for (const path of ['/', '/publications?q=flu', FLU.english, '/basket', '/track', '/waiting', '/accessibility', '/cookies']) {
      await page.goto(path);
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
    await page.goto('/basket');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(basket);
  });

  test(`${tag}: what is wrong is said in it`, async ({ page }) => {
    await page.goto(`/track?lang=${tag}`);
    await ready(page);
    await page.locator('main form button').click();
    await expect(page).toHaveTitle(new RegExp(`^${error}`));
    await expect(page.locator('#order_number-error')).toBeVisible();
  });
}
