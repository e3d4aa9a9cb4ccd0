/** Lines of the basket that change in place, where scripts run; and what they look like with everything wrong. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { errorSummary } from './support/errors.ts';
import { held, ready } from './support/islands.ts';
import { FLU, expectHeading, fillBasket } from './support/journey.ts';
import { expect, needsJavaScript, test } from './support/test.ts';

const line = (page: Page) => page.getByLabel(`Copies of ${FLU.title}`);
const update = (page: Page) => page.getByRole('button', { name: `Update ${FLU.title}` });
const said = (page: Page) => page.locator('#basket-said');

/** Marks the document, and says whether it is still the same. */
async function stays(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));
  return async () => page.evaluate(() => document.documentElement.hasAttribute('data-marked'));
}

/** Two publications, each with a line. */
async function fillTwice(page: Page): Promise<void> {
  await fillBasket(page, 1);
  await page.goto(`${FLU.path}?language=pl&format=standard`);
  await page.getByLabel('How many copies').fill('1');
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await expect(page.getByText('2 copies in all, free of charge')).toBeVisible();
  await ready(page);
}

test.describe('in place', () => {
  needsJavaScript();

  test('a line changes, says so once and keeps the focus', async ({ page }) => {
    await fillBasket(page);
    await ready(page);
    const same = await stays(page);
    await line(page).fill('3');
    await update(page).click();
    await expect(page.getByText('3 copies in all, free of charge', { exact: true })).toBeVisible();
    await expect(said(page)).toHaveText('Basket changed: 3 copies in all, free of charge');
    await expect(update(page)).toBeFocused();
    await line(page).fill('4');
    await line(page).press('Enter');
    await expect(said(page)).toHaveText('Basket changed: 4 copies in all, free of charge');
    await expect(line(page)).toBeFocused();
    await expect(line(page)).toHaveValue('4');
    expect(await same(), 'the page was not loaded again').toBe(true);
    await ready(page);
    await expectAccessible(page);
  });

  test('a refusal moves to the summary, and a repair takes it away', async ({ page }) => {
    await fillBasket(page);
    await ready(page);
    const same = await stays(page);
    await line(page).fill('9');
    await update(page).click();
    await expect(errorSummary(page)).toContainText('You can order 5 more');
    await expect(page.locator('[data-error-summary]')).toBeFocused();
    await expect(page).toHaveTitle('Error: Your basket – Healthpost');
    await expect(said(page)).toHaveText('');
    await expect(line(page)).toHaveValue('9');
    // What was swapped in lives: the browser's own check runs, and its summary is the only one.
    await ready(page);
    await line(page).fill('many');
    await update(page).click();
    await expect(errorSummary(page)).toHaveCount(1);
    await expect(errorSummary(page)).toContainText('must be a whole number');
    await line(page).fill('5');
    await update(page).click();
    await expect(said(page)).toHaveText('Basket changed: 5 copies in all, free of charge');
    await expect(errorSummary(page)).toHaveCount(0);
    await expect(page).toHaveTitle('Your basket – Healthpost');
    expect(await same()).toBe(true);
  });

  test('a line that goes leaves the focus at the next one, and the last one the page', async ({ page }) => {
    await fillTwice(page);
    const same = await stays(page);
    await page.getByRole('button', { name: `Remove ${FLU.title}` }).click();
    await expect(said(page)).toHaveText('Basket changed: 1 copy in all, free of charge');
    await expect(page.getByRole('link', { name: FLU.titlePolish })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Basket (1 item)' })).toBeVisible();
    await page.getByRole('button', { name: /^Remove/ }).click();
    await expect(said(page)).toHaveText('Your basket is empty');
    await expect(page.getByRole('heading', { name: 'Your basket is empty' })).toBeVisible();
    await expect(page.locator('#main-content')).toBeFocused();
    expect(await same()).toBe(true);
  });

  test('what is typed on another line stays', async ({ page }) => {
    await fillTwice(page);
    const polish = page.getByLabel(`Copies of ${FLU.titlePolish}`);
    await polish.fill('4');
    await line(page).fill('2');
    await update(page).click();
    await expect(said(page)).toHaveText('Basket changed: 3 copies in all, free of charge');
    await expect(polish).toHaveValue('4');
  });

  test('pressed twice, a form is sent once', async ({ page }) => {
    await fillBasket(page);
    await ready(page);
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
    });
    // An answer between the two presses would put another form under the second.
    const answer = await held(page, '**/do/basket/change');
    await line(page).fill('3');
    await update(page).dblclick();
    answer();
    await expect(said(page)).toHaveText('Basket changed: 3 copies in all, free of charge');
    expect(posts).toEqual(['/do/basket/change']);
  });

  test('what fails is posted by the browser itself', async ({ page, watch }) => {
    watch.allow(/Failed to load resource/);
    await fillBasket(page);
    await ready(page);
    await page.route('**/do/basket/change', async (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    );
    const same = await stays(page);
    await line(page).fill('3');
    await update(page).click();
    await expect(page.getByText('3 copies in all, free of charge', { exact: true })).toBeVisible();
    await expect.poll(same, 'the page was loaded again').toBe(false);
    await expectHeading(page, 'Your basket');
  });
});

test('everything that is wrong is said at once, each with its repair', async ({ page }) => {
  await page.goto('/patterns/basket');
  await ready(page);
  await expect(page).toHaveTitle('Error: Your basket – Healthpost');
  const lines = page.locator('#basket > ul > li');
  await expect(lines).toHaveCount(10);
  const links = errorSummary(page).getByRole('link');
  await expect(links).toHaveText([
    /^You can order 5 more/,
    /^Order 2 or 4: it comes in packs of 2/,
    /^Order 2 or fewer at a time/,
    /^Only 1 is left/,
    /^This is out of stock/,
    /^You can order this from 1 January 2099/,
    /^Ordering closed on 1 January 2026/,
    /^This is no longer available/,
    /^There are no printed copies of this/,
    /^Only some groups can have this/,
  ]);
  for (const at of [0, 9]) {
    await links.nth(at).click();
    await expect(lines.nth(at).getByLabel(/^Copies of /)).toBeFocused();
  }
  for (const [at, repair] of ['Change to 5', 'Change to 4', 'Change to 2', 'Change to 1', 'Tell me when'].entries()) {
    const name = new RegExp(`^${repair}`);
    await expect(lines.nth(at).getByRole('button', { name }).or(lines.nth(at).getByRole('link', { name }))).toBeVisible();
  }
});

test('on paper there are no controls, and links are spelt out', async ({ page }) => {
  await fillBasket(page, 2);
  await page.emulateMedia({ media: 'print' });
  const main = page.getByRole('main');
  await expect(main.locator('button, input, select, textarea').filter({ visible: true })).toHaveCount(0);
  await expect(main.getByText('2 copies', { exact: true })).toBeVisible();
  const title = main.getByRole('link', { name: FLU.title });
  const origin = (await page.locator('body').getAttribute('data-origin')) ?? '';
  expect(origin).toMatch(/^https?:\/\/[^/]+$/);
  const after = await title.evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain(`${FLU.path}?language=en&format=standard`);
  await expect(page.getByText(origin, { exact: true })).toBeVisible();
  await page.goto(FLU.english);
  await expect(main.locator('button, input, select, textarea').filter({ visible: true })).toHaveCount(0);
  await page.emulateMedia({ media: null });
});
