/** The journey that everything else is for: from the first page to an order, and back to it. */

import type { Page } from '@playwright/test';

import { errorSummary } from './support/errors.ts';
import {
  FLU,
  ORDER_NUMBER,
  enterCode,
  expectHeading,
  fillContact,
  fillDelivery,
  goToCheck,
  goToCode,
  placeOrder,
  pressContinue,
  somebody,
} from './support/journey.ts';
import { newestCode, newestMail } from './support/mail.ts';
import { expect, test } from './support/test.ts';

async function track(page: Page, number: string, email: string): Promise<void> {
  await page.goto('/track');
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Find my order' }).click();
}

test('somebody finds a leaflet, orders it and finds the order again', async ({ page, stranger }) => {
  const person = somebody();

  await test.step('find', async () => {
    await page.goto('/');
    await expectHeading(page, 'Free health publications in your language');
    await page.getByLabel('Search publications').fill('flu vaccination parents');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/\/publications\?q=flu\+vaccination\+parents$/);
    await expect(page).toHaveTitle('Publications for “flu vaccination parents” – Healthpost');
    await page.locator('#results').getByRole('link', { name: FLU.title, exact: true }).click();
    await expectHeading(page, FLU.title);
    await expect(page).toHaveTitle(`${FLU.title} – Healthpost`);
  });

  await test.step('change the language', async () => {
    const main = page.getByRole('main');
    await main.locator('a[hreflang="pl"]', { hasText: 'Polski' }).first().click();
    await expectHeading(page, FLU.titlePolish);
    await expect(page).toHaveURL(/[?&]language=pl(&|$)/);
    await expect(main.locator('[lang="pl"]', { hasText: FLU.titlePolish }).first()).toBeVisible();
    await main.locator('a[hreflang="en"]', { hasText: 'English' }).first().click();
    await expectHeading(page, FLU.title);
    await expect(page).toHaveURL(/[?&]language=en(&|$)/);
  });

  await test.step('put into the basket', async () => {
    await page.getByLabel('How many copies').fill('2');
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await expectHeading(page, 'Your basket');
    await expect(page.getByRole('main').getByText(FLU.title).first()).toBeVisible();
    await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('2');
    await expect(page.getByText('2 copies in all, free of charge')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Basket (1 item)' })).toBeVisible();
    await pressContinue(page);
  });

  await test.step('say where and who', async () => {
    await expectHeading(page, 'Where should we send it?');
    await fillDelivery(page, person);
    // Nobody should have to type a postcode as the post writes it.
    await page.getByLabel('Postcode').fill(' ls1-4ap ');
    await pressContinue(page);
    await expectHeading(page, 'Who is ordering?');
    await fillContact(page, person);
    await pressContinue(page);
    await expectHeading(page, 'Check your email');
    await expect(page.getByText(person.email)).toBeVisible();
    await enterCode(page, person);
  });

  await test.step('check and change', async () => {
    await expect(page).toHaveURL(/\/checkout\/check$/);
    const main = page.getByRole('main');
    for (const answer of [FLU.title, person.line1, person.city, person.postcode, person.name, person.email, 'Not provided']) {
      await expect(main.getByText(answer).first()).toBeVisible();
    }
    const moved = somebody().line1;
    await page.getByRole('link', { name: 'Change delivery address' }).click();
    await expectHeading(page, 'Where should we send it?');
    await expect(page.getByLabel('Address line 1')).toHaveValue(person.line1);
    await page.getByLabel('Address line 1').fill(moved);
    await pressContinue(page);
    await expectHeading(page, 'Check your answers before you place your order');
    await expect(main.getByText(moved).first()).toBeVisible();
  });

  const number = await test.step('order', async () => {
    const number = await placeOrder(page);
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
    await expect(page.getByRole('navigation').first(), 'paper has no links to elsewhere').toBeHidden();
    await expect(page.getByRole('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
    await page.emulateMedia({ media: null });
    const response = await page.reload();
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
    await page.goto('/basket');
    await expect(page.getByText('Your basket is empty')).toBeVisible();
    return number;
  });

  await test.step('read the confirmation', async () => {
    const mail = await newestMail(person.email, /^Your order /);
    expect(mail.subject).toBe(`Your order ${number}`);
    expect(mail.text).toMatch(new RegExp(`Order number\\s+${number}`));
    expect(mail.text).toContain(FLU.title);
    expect(mail.html).toContain(number);
  });

  await test.step('find it again elsewhere', async () => {
    await track(stranger, number.toLowerCase().replaceAll('-', ' '), person.email.toUpperCase());
    await expect(stranger).toHaveURL(new RegExp(`/orders/${number}$`));
    await expect(stranger.getByRole('main').getByText(number).first()).toBeVisible();
    await expect(stranger.getByRole('main').getByText(FLU.title).first()).toBeVisible();
  });

  await test.step('not with somebody else’s address', async () => {
    const typed = somebody().email;
    await track(stranger, number, typed);
    await expect(stranger).toHaveTitle(/^Error: Track an order/);
    await expect(errorSummary(stranger)).toContainText('We could not find an order with this number and email address');
    await expect(stranger.getByLabel('Order number')).toHaveValue(number);
    await expect(stranger.getByLabel('Email address')).toHaveValue(typed);
    // A number that nobody was given gets the very same words; so nothing is learned from them.
    await track(stranger, 'HP-00000-00000', person.email);
    await expect(errorSummary(stranger)).toContainText('We could not find an order with this number and email address');
  });
});

test('the link in the confirmation shows the order after one press of a button', async ({ page, stranger, baseURL }) => {
  const person = somebody();
  await goToCheck(page, person);
  const number = await placeOrder(page);
  const mail = await newestMail(person.email, /^Your order /);
  const link = /https?:\/\/\S+\/track\/\S+/.exec(mail.text)?.[0] ?? '';
  expect(link, 'the message has a link').not.toBe('');
  await stranger.goto(new URL(new URL(link).pathname, baseURL).href);
  await expectHeading(stranger, 'View your order');
  await expect(stranger.getByText(number)).toHaveCount(0);
  await stranger.getByRole('button', { name: 'View my order' }).click();
  await expect(stranger).toHaveURL(new RegExp(`/orders/${number}$`));
  await expect(stranger.getByRole('main').getByText(number).first()).toBeVisible();
});

test('an order is nobody else’s to see', async ({ page, stranger, watch }) => {
  await goToCheck(page, somebody());
  const number = await placeOrder(page);
  watch.allow(/the server responded with a status of 404/);
  const response = await stranger.goto(`/orders/${number}`);
  const isHidden = response?.status() === 404 || !stranger.url().includes('/orders/');
  expect(isHidden, 'the order is not shown').toBe(true);
  await expect(stranger.getByText('Orchard Street')).toHaveCount(0);
});

test('a new code takes the place of the one before', async ({ page }) => {
  const person = somebody();
  await goToCode(page, person);
  const first = await newestCode(person.email);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await newestCode(person.email, first);
  await expectHeading(page, 'Check your email');
  await page.getByLabel('Code', { exact: true }).fill(first);
  await pressContinue(page);
  await expect(errorSummary(page)).toContainText('The code is not right. Check it and try again');
  await enterCode(page, person);
});

test('pressing “Place order” twice places one order', async ({ page, context }) => {
  const person = somebody();
  await goToCheck(page, person);
  const second = await context.newPage();
  await second.goto('/checkout/check');
  const number = await placeOrder(page);
  await second.getByRole('button', { name: 'Place order' }).click();
  await expect(second).toHaveURL(new RegExp(`/orders/${ORDER_NUMBER.source}$`));
  expect(ORDER_NUMBER.exec(second.url())?.[0]).toBe(number);
});

test('whoever skips a step is led to it', async ({ page }) => {
  for (const path of ['/checkout/delivery', '/checkout/contact', '/checkout/code', '/checkout/check']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/basket$/);
    await expectHeading(page, /basket/);
  }
});
