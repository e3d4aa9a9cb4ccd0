/** The interface in every language it speaks: whole, accessible, and the right way round. */

import type { Page } from '@playwright/test';

import { signUp } from './support/account.ts';
import { expectAccessible } from './support/axe.ts';
import { ready } from './support/islands.ts';
import { FLU, expectHeading, fillBasket, goToCheck, somebody } from './support/journey.ts';
import { expectNoSidewaysScroll } from './support/layout.ts';
import { PHONE, answerAll, newAddress, shortest } from './support/registration.ts';
import { begin } from './support/registry.ts';
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
  '/account/sign-up',
  '/account/sign-in',
  '/account/password/forgotten',
  '/account/mailed',
  `/more/${FLU.code}`,
  '/about',
  '/accessibility',
  '/privacy',
  '/cookies',
];

/** Pages of the registry, and what English calls them. */
const REGISTRY = [
  ['/register', 'Register as an emergency health provider'],
  ['/register/tasks', 'Your registration'],
  ['/register/name', 'What is your name?'],
  ['/register/check', 'Check your answers'],
  ['/my', 'Sign in to your registration'],
] as const;

/** How English words begin that stand on pages of the registry, and in no name. */
const ENGLISH = /^(Change|Completed|Continue|Save|Send|Start)\b/;

/** Each of these pages is in the language, as wide as the screen, and accessible. */
async function expectWhole(page: Page, paths: string[], { tag, dir }: { tag: string; dir: string }, widths = [390, 1280]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expect(page).toHaveURL((url) => url.pathname + url.search === path);
    await ready(page);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.locator('html')).toHaveAttribute('dir', dir);
    // Nothing was left in English or as an id.
    await expect(page.getByText(/Unknown localization/)).toHaveCount(0);
    for (const width of widths) await expectNoSidewaysScroll(page, width);
    // What axe looks at is the same in every language but for room, of which there is least on a phone.
    await expectNoSidewaysScroll(page, 390);
    await expectAccessible(page);
  }
}

for (const { tag, dir, basket, error } of LANGUAGES) {
  test(`${tag}: pages are whole and accessible`, async ({ page }) => {
    test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
    await fillBasket(page);
    await page.goto(`/?lang=${tag}`);
    await expect(page).toHaveURL(/\/$/);
    await expectWhole(page, PAGES, { tag, dir });
    await page.goto('/basket');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(basket);
  });

  test(`${tag}: the way to an order is whole and accessible`, async ({ page }) => {
    test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
    await goToCheck(page, somebody());
    await page.goto(`/?lang=${tag}`);
    const steps = ['delivery', 'contact', 'check'];
    await expectWhole(page, steps.map((step) => `/checkout/${step}`), { tag, dir });
    await page.locator('form[action$="/do/checkout/place"] button').click();
    await expect(page).toHaveURL(/\/orders\/HP-/);
    const order = new URL(page.url()).pathname;
    await expectWhole(page, ['', '/change', '/address', '/cancel'].map((part) => `${order}${part}`), { tag, dir });
  });

  test(`${tag}: an account is whole and accessible`, async ({ page }) => {
    test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
    test.setTimeout(120_000);
    await signUp(page, somebody());
    await page.goto(`/?lang=${tag}`);
    const pages = ['', '/orders', '/name', '/establishment', '/password', '/devices'];
    await expectWhole(page, pages.map((part) => `/account${part}`), { tag, dir }, [390]);
  });

  test(`${tag}: what is wrong is said in it`, async ({ page }) => {
    await page.goto(`/track?lang=${tag}`);
    await ready(page);
    await page.locator('main form button').click();
    await expect(page).toHaveTitle(new RegExp(`^${error}`));
    await expect(page.locator('#order_number-error')).toBeVisible();
  });
}

test('numbers run from the left, and begin where one reads from the right', async ({ page }) => {
  await page.goto(`/more/${FLU.code}?lang=ar`);
  const numbers = page.locator('main input[inputmode=numeric]');
  expect(await numbers.count()).toBeGreaterThan(2);
  for (const number of await numbers.all()) {
    await expect(number).toHaveCSS('direction', 'ltr');
    await expect(number).toHaveCSS('text-align', 'end');
  }
});

test('the registry is whole and accessible in each language', async ({ page }) => {
  test.skip(!hasJavaScript(), 'words and layout are the same without scripts');
  await begin(page);
  await page.goto('/register/name');
  await answerAll(page, shortest(newAddress()));
  await expectHeading(page, 'Check your answers');
  for (const language of LANGUAGES) {
    await test.step(language.tag, async () => {
      await page.goto(`/?lang=${language.tag}`);
      for (const [path, english] of REGISTRY) {
        await expectWhole(page, [path], language, [390]);
        await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(english);
        expect(await page.title(), path).not.toMatch(/Register/);
        await expect(page.getByRole('main').getByText(ENGLISH)).toHaveCount(0);
      }
      await page.goto('/register/phones');
      const phone = page.locator('#primary_phone');
      const go = page.locator('main form button[value=continue]');
      await phone.fill('');
      await go.click();
      await expect(page).toHaveTitle(new RegExp(`^${language.error}`));
      await expect(page.locator('#primary_phone-error')).toBeVisible();
      await expectNoSidewaysScroll(page, 390);
      await expectAccessible(page);
      await phone.fill(PHONE);
      await go.click();
      await expect(page).toHaveURL(/\/register\/check$/);
    });
  }
});
