/** An account from its beginning: made, ordered with, looked after, and left in every browser. */

import type { Page } from '@playwright/test';

import { PASSWORD, askForAccount, byLink, byPassword, setPassword, signInByLink, signUp, typePassword } from './support/account.ts';
import { expectServedErrors } from './support/errors.ts';
import { ready } from './support/islands.ts';
import { FLU, expectHeading, fillBasket, fillDelivery, placeOrder, pressContinue, somebody } from './support/journey.ts';
import { tabTo } from './support/layout.ts';
import { newestMail } from './support/mail.ts';
import { expectPage, field, follow, main, press } from './support/my.ts';
import { NOT_FOUND } from './support/pages.ts';
import { expect, needsJavaScript, test } from './support/test.ts';
import { expectState } from './support/whole.ts';

const header = (page: Page) => page.getByRole('banner');

/** The page says what was done, once. */
async function expectSaid(page: Page, words: string): Promise<void> {
  const said = page.getByRole('alert');
  await expect(said).toContainText(words);
  await page.reload();
  await expect(said).toHaveCount(0);
}

test('somebody makes an account, orders without a code, and finds the order elsewhere', async ({ page, stranger }) => {
  test.setTimeout(120_000);
  const person = somebody();
  await fillBasket(page);

  const confirm = await test.step('sign up', async () => {
    await header(page).getByRole('link', { name: 'Sign in' }).click();
    await expectPage(page, 'Sign in to your account');
    await follow(page, 'Create an account');
    await expectPage(page, 'Create an account');
    const link = await askForAccount(page, person);
    await expectState(page);
    await expect(main(page)).not.toContainText(person.email);
    await page.goto(link);
    await expectPage(page, 'Confirm your email address');
    await press(page, 'Open my account');
    await expectPage(page, 'Where do you work?');
    await field(page, 'Where you work (optional)').selectOption({ label: 'Hospitals (NHS)' });
    await press(page, 'Save');
    await expectHeading(page, 'Your account');
    await expectSaid(page, 'Your details were changed');
    await expect(main(page)).toContainText('Hospitals');
    return link;
  });

  const number = await test.step('order', async () => {
    await header(page).getByRole('link', { name: 'Basket (1 item)' }).click();
    await expectPage(page, 'Your basket');
    await pressContinue(page);
    await fillDelivery(page, person);
    await pressContinue(page);
    await expectHeading(page, 'Who is ordering?');
    await expect(field(page, 'Full name')).toHaveValue(person.name);
    await expect(field(page, 'Email address')).toHaveValue(person.email);
    await pressContinue(page);
    await expectHeading(page, 'Check your answers before you place your order');
    const number = await placeOrder(page);
    expect((await newestMail(person.email, /^Your order /)).subject).toBe(`Your order ${number}`);
    return number;
  });

  await test.step('find it', async () => {
    await header(page).getByRole('link', { name: 'Your account' }).click();
    await expectPage(page, 'Your account');
    await follow(page, 'All your orders');
    await expectPage(page, 'Your orders');
    await expect(main(page)).toContainText(person.line1);
    await follow(page, `Order ${number}`);
    await expect(main(page)).toContainText(FLU.title);
  });

  await test.step('find it elsewhere, with a link', async () => {
    await signInByLink(stranger, person.email, confirm);
    await expectHeading(stranger, 'Your account');
    await follow(stranger, `Order ${number}`);
    await expect(main(stranger)).toContainText(FLU.title);
  });

  await test.step('sign out', async () => {
    await header(page).getByRole('button', { name: 'Sign out' }).click();
    await expectPage(page, 'You have signed out');
    await page.goto(`/orders/${number}`);
    await expect(page).toHaveURL(/\/track$/);
    await stranger.reload();
    await expect(main(stranger)).toContainText(FLU.title);
  });
});

test('a password is set, asked for, changed and removed', async ({ page, stranger }) => {
  test.setTimeout(120_000);
  const person = somebody();
  await signUp(page, person);
  await follow(page, 'Not now');
  await expectHeading(page, 'Your account');

  await test.step('set', async () => {
    await main(page).getByRole('link', { name: 'Change password' }).click();
    await expectPage(page, 'Your password');
    for (const [typed, said] of [
      ['', 'Enter a new password'],
      ['too short', 'Password must be 12 characters or more'],
    ] as const) {
      await field(page, 'New password').fill(typed);
      await ready(page);
      await press(page, 'Save my password');
      await expect(page.getByRole('alert')).toContainText(said);
      await expectState(page, true);
    }
    // Only the server knows what is easy to guess; it shows no password again.
    await setPassword(page, 'passwordpassword');
    await expectServedErrors(page, ['This password is easy to guess. Choose another one']);
    await expect(field(page, 'New password')).toHaveValue('');
    await expect(field(page, 'New password')).toHaveAttribute('type', 'password');
    await expect(field(page, 'New password')).toHaveAttribute('autocomplete', 'new-password');
    await setPassword(page, PASSWORD);
    await expectSaid(page, 'Your password is set');
  });

  await test.step('sign in with it', async () => {
    await typePassword(stranger, person.email, 'not the right one');
    await expect(stranger).toHaveURL(/\/account\/sign-in\/password$/);
    await expectServedErrors(stranger, ['The email address or the password is not right. Check both, or sign in with a link']);
    await expectState(stranger, true);
    await expect(field(stranger, 'Email address')).toHaveValue(person.email);
    await field(stranger, 'Password').fill(PASSWORD);
    await press(stranger, 'Sign in');
    await expectHeading(stranger, 'Your account');
  });

  await test.step('see where one is signed in, and end it there', async () => {
    await page.goto('/account/devices');
    await expectPage(page, 'Where you are signed in');
    await expect(main(page).getByRole('listitem')).toHaveCount(2);
    await expect(main(page)).toContainText('This browser');
    await page.getByRole('button', { name: /^Sign out there/ }).click();
    await expectSaid(page, 'That browser is signed out');
    await stranger.reload();
    await expect(stranger).toHaveURL(/\/account\/sign-in$/);
  });

  await test.step('remove it, and sign out everywhere', async () => {
    await typePassword(stranger, person.email, PASSWORD);
    await stranger.goto('/account/password');
    await expectPage(stranger, 'Your password');
    await stranger.locator('#remove-current_password').fill(PASSWORD);
    await press(stranger, 'Remove my password');
    await expectSaid(stranger, 'Your password was removed');
    await stranger.goto('/account/devices');
    await press(stranger, 'Sign out everywhere');
    await expectHeading(stranger, 'You have signed out');
    await page.goto('/account');
    await expect(page).toHaveURL(/\/account\/sign-in$/);
  });
});

test('what lay in the basket comes along, and is taken out again', async ({ page, stranger }) => {
  test.setTimeout(60_000);
  const person = somebody();
  await signUp(stranger, person);
  await setPassword(stranger, PASSWORD);
  await fillBasket(page, 3);
  await typePassword(page, person.email, PASSWORD);
  await expectPage(page, 'Your basket');
  const merged = page.getByRole('region', { name: 'Your earlier basket' });
  await expect(merged).toContainText('We added 1 item from your earlier basket.');
  await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('3');
  await merged.getByRole('button', { name: 'Undo' }).click();
  await expectSaid(page, 'The items from your earlier basket were taken out');
  await expect(merged).toHaveCount(0);
  await expect(page.getByText('Your basket is empty')).toBeVisible();
});

test('a link works once, and one that was used leads on', async ({ page, stranger, watch }) => {
  watch.allow(NOT_FOUND);
  const link = await signUp(page, somebody());
  const response = await stranger.goto(link);
  expect(response?.status()).toBe(410);
  await expectPage(stranger, 'This link does not work');
  await follow(stranger, 'Ask for another link');
  await expectHeading(stranger, 'Sign in to your account');
});

test.describe('by keyboard alone', () => {
  needsJavaScript();

  test('somebody signs in and out', async ({ page, stranger }) => {
    test.setTimeout(60_000);
    const person = somebody();
    await signUp(stranger, person);
    await setPassword(stranger, PASSWORD);
    await page.goto('/account/sign-in');
    await ready(page);
    await tabTo(page, field(byLink(page), 'Email address'));
    await tabTo(page, field(byPassword(page), 'Email address'));
    await page.keyboard.type(person.email);
    await page.keyboard.press('Tab');
    await expect(field(byPassword(page), 'Password')).toBeFocused();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Your account');
    await tabTo(page, header(page).getByRole('button', { name: 'Sign out' }));
    await page.keyboard.press('Enter');
    await expectHeading(page, 'You have signed out');
  });

  test('a password can be pasted, as managers do', async ({ page, stranger }) => {
    const person = somebody();
    await signUp(stranger, person);
    await setPassword(stranger, PASSWORD);
    await page.goto('/account/sign-in');
    await ready(page);
    await field(byPassword(page), 'Email address').fill(person.email);
    const password = field(byPassword(page), 'Password');
    await password.focus();
    await page.keyboard.insertText(PASSWORD);
    await expect(password).toHaveAttribute('autocomplete', 'current-password');
    await press(page, 'Sign in');
    await expectHeading(page, 'Your account');
  });
});
