/** What a search box suggests while somebody types. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { FLU, expectHeading } from './support/journey.ts';
import { expect, needsJavaScript, test } from './support/test.ts';

const box = (page: Page) => page.locator('#q');
const options = (page: Page) => page.getByRole('option');

test('without a suggestion the box is a plain form', async ({ page }) => {
  await page.goto('/');
  await box(page).fill('shingles');
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/publications\?q=shingles$/);
});

test.describe('with scripts', () => {
  needsJavaScript();

  test('arrows choose, Enter opens, Escape closes', async ({ page }) => {
    await page.goto('/');
    const combobox = page.getByRole('combobox', { name: 'Search publications' });
    await expect(combobox).toHaveAttribute('aria-expanded', 'false');
    // At once: an answer to the first letters would take back what was chosen.
    await combobox.fill('flu vacc');
    await expect(options(page).first()).toBeVisible();
    await expect(combobox).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('#suggested')).toHaveText(/^\d+ publications?$/);

    await combobox.press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await expect(combobox).toHaveAttribute('aria-activedescendant', 'suggestion-0');
    await combobox.press('ArrowUp');
    await expect(combobox).not.toHaveAttribute('aria-activedescendant');
    await combobox.press('ArrowUp');
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');

    await combobox.press('Escape');
    await expect(options(page).first()).toBeHidden();
    await expect(combobox).toHaveValue('flu vacc');
    await expect(combobox).toBeFocused();
    await combobox.press('ArrowDown');
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
    await combobox.press('Enter');
    await expect(page).toHaveURL(/\/publications\/flu-vaccination/);
  });

  test('a press opens one', async ({ page }) => {
    await page.goto('/');
    // At once: an answer to the first letters would be under the pointer for a moment.
    await box(page).fill('flu0017');
    await options(page).first().click();
    await expectHeading(page, FLU.title);
  });

  test('leaving the box closes the list, emptying it as well', async ({ page }) => {
    await page.goto('/');
    await box(page).pressSequentially('meas');
    await expect(options(page).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(options(page).first()).toBeHidden();
    await box(page).fill('mea');
    await expect(options(page).first()).toBeVisible();
    await box(page).fill('');
    await expect(options(page).first()).toBeHidden();
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  });

  for (const language of ['en', 'ar']) {
    test(`the open list breaks no rule (${language})`, async ({ page }) => {
      await page.goto(`/?lang=${language}`);
      await box(page).fill('mea');
      await expect(options(page).first()).toBeVisible();
      await box(page).press('ArrowDown');
      await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
      await expectAccessible(page);
      for (const width of [390, 1280]) await expectNoSidewaysScroll(page, width);
    });
  }

  test('when nothing answers the form still searches', async ({ page, watch }) => {
    watch.allow(/suggestions/);
    await page.route('**/suggestions?**', (route) => route.abort());
    await page.goto('/');
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/suggestions?'));
    await box(page).pressSequentially('meas');
    await failed;
    await expect(options(page)).toHaveCount(0);
    await box(page).press('Enter');
    await expect(page).toHaveURL(/q=meas$/);
  });
});
