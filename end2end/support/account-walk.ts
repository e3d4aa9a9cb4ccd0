/** Every page of an account in each of its states, as its owner comes by them. */

import type { Page } from '@playwright/test';

import { PASSWORD, askForAccount, setPassword, typePassword } from './account.ts';
import { errorSummary } from './errors.ts';
import { ready } from './islands.ts';
import { expectHeading, fillBasket, fillDelivery, placeOrder, pressContinue, somebody } from './journey.ts';
import { field, follow, main, press } from './my.ts';
import type { State } from './pages.ts';
import { expect } from './test.ts';

/** A page of somebody's own, by its address. */
export function own(name: string, path: string, heading: string): State {
  return {
    name,
    open: async (page) => {
      await page.goto(path);
      await expectHeading(page, heading);
    },
  };
}

/** The page at hand says what is wrong once its button is pressed. */
export function refused(name: string, button: string, before: (page: Page) => Promise<void> = async () => {}): State {
  return {
    name,
    isError: true,
    open: async (page) => {
      await before(page);
      await ready(page);
      await press(page, button);
      await expect(errorSummary(page)).toBeVisible();
    },
  };
}

export function lookingAfterAnAccount(): State[] {
  const person = somebody();
  let shared = '';
  return [
    refused('account sign up error', 'Create my account', async (page) => void (await page.goto('/account/sign-up'))),
    {
      name: 'account confirm',
      open: async (page) => {
        await page.goto(await askForAccount(page, person));
        await expectHeading(page, 'Confirm your email address');
      },
    },
    {
      name: 'account establishment',
      open: async (page) => {
        await press(page, 'Open my account');
        await expectHeading(page, 'Where do you work?');
      },
    },
    own('account', '/account', 'Your account'),
    own('account orders', '/account/orders', 'Your orders'),
    own('account name', '/account/name', 'Change your name'),
    refused('account name error', 'Save', async (page) => field(page, 'Full name').fill('')),
    own('account telephone', '/account/telephone', 'Change your phone number'),
    own('account audience', '/account/audience', 'Which audience do you belong to?'),
    own('account alerts', '/account/alerts', 'What you are waiting for'),
    own('account password', '/account/password', 'Your password'),
    refused('account password error', 'Save my password'),
    {
      name: 'account with password',
      open: async (page) => {
        await setPassword(page, PASSWORD);
        await expect(page.getByRole('alert')).toContainText('Your password is set');
      },
    },
    own('account addresses none', '/account/addresses', 'Your addresses'),
    own('account address add', '/account/addresses/add', 'Add an address'),
    refused('account address error', 'Save address'),
    {
      name: 'account addresses',
      open: async (page) => {
        await page.goto('/account/addresses/add');
        await field(page, 'Address line 1').fill(person.line1);
        await field(page, 'Town or city').fill('Leeds');
        await field(page, 'Postcode').fill('LS1 4AP');
        await press(page, 'Save address');
        await expect(page.getByRole('alert')).toContainText('The address is saved');
      },
    },
    {
      name: 'account address known',
      isError: true,
      open: async (page) => {
        await page.goto('/account/addresses/add');
        await field(page, 'Address line 1').fill(person.line1);
        await field(page, 'Town or city').fill('Leeds');
        await field(page, 'Postcode').fill('LS1 4AP');
        await press(page, 'Save address');
        await expect(page.getByRole('button', { name: 'Save anyway' })).toBeVisible();
      },
    },
    {
      name: 'account address',
      open: async (page) => {
        await page.goto('/account/addresses');
        await page.getByRole('link', { name: /^Change ?: / }).click();
        await expectHeading(page, 'Change an address');
      },
    },
    own('account devices', '/account/devices', 'Where you are signed in'),
    own('account email', '/account/email', 'Change your email address'),
    refused('account email error', 'Email me a link'),
    own('account data', '/account/data', 'Your data'),
    own('account lists', '/account/lists', 'Your lists'),
    refused('account lists error', 'Save the list'),
    {
      name: 'account list',
      open: async (page) => {
        await field(page, 'Name of the list').fill('Winter');
        await press(page, 'Save the list');
        await expectHeading(page, 'Winter');
        await press(page, 'Make a link');
        await expect(page.getByRole('alert')).toContainText('Your list has a link now');
        shared = await main(page).getByText(/\/lists\//).innerText();
      },
    },
    {
      name: 'account list for others',
      open: async (page) => {
        await page.goto(shared);
        await expect(main(page)).toContainText('Somebody shared this list with you.');
      },
    },
    refused('account list error', 'Add to the list', async (page) => void (await page.goBack())),
    own('account close', '/account/close', 'Close your account'),
    refused('account close error', 'Close my account'),
    {
      name: 'account password wrong',
      isError: true,
      open: async (page) => {
        await press(page, 'Sign out');
        await expectHeading(page, 'You have signed out');
        await typePassword(page, person.email, 'not the right one');
        await expect(errorSummary(page)).toBeVisible();
      },
    },
    {
      name: 'basket merged',
      open: async (page) => {
        await fillBasket(page);
        await typePassword(page, person.email, PASSWORD);
        await expectHeading(page, 'Your basket');
        await expect(page.getByText('We added 1 item from your earlier basket.')).toBeVisible();
      },
    },
    {
      name: 'checkout own addresses',
      open: async (page) => {
        await page.goto('/basket');
        await press(page, 'Continue');
        await expect(page.getByRole('radio', { name: 'Another address' })).toBeVisible();
      },
    },
    {
      name: 'checkout another address',
      open: async (page) => {
        await page.getByRole('radio', { name: 'Another address' }).check();
        await press(page, 'Continue');
        await expect(page.getByRole('link', { name: 'Choose one of your addresses' })).toBeVisible();
      },
    },
    {
      name: 'account order',
      open: async (page) => {
        await fillDelivery(page, person);
        await pressContinue(page);
        await expectHeading(page, 'Who is ordering?');
        await pressContinue(page);
        await expectHeading(page, 'Check your answers before you place your order');
        await placeOrder(page);
      },
    },
    {
      name: 'order again',
      open: async (page) => {
        await follow(page, 'Order this again');
        await expectHeading(page, /^Order HP-.* again$/);
      },
    },
    own('account with orders', '/account', 'Your account'),
    own('account orders of its owner', '/account/orders', 'Your orders'),
    own('account password change', '/account/password', 'Your password'),
    refused('account password remove error', 'Remove my password'),
  ];
}
