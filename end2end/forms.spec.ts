/** What every form does with wrong answers: says which and why, keeps what was typed, and lets one repair it. */

import type { Page } from '@playwright/test';

import { errorSummary, expectRefused } from './support/errors.ts';
import { ready } from './support/islands.ts';
import {
  FLU,
  expectHeading,
  fillBasket,
  fillContact,
  fillDelivery,
  goToCode,
  goToContact,
  goToDelivery,
  pressContinue,
  somebody,
} from './support/journey.ts';
import { newestCode } from './support/mail.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';

const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test.describe('delivery', () => {
  test('empty', async ({ page }) => {
    await goToDelivery(page);
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [
      { input: page.getByLabel('Address line 1'), message: 'Enter address line 1, typically the building and street' },
      { input: page.getByLabel('Town or city'), message: 'Enter town or city' },
      { input: page.getByLabel('Postcode'), message: 'Enter a postcode' },
    ]);
  });

  test('wrong, then repaired', async ({ page }) => {
    const person = somebody();
    await goToDelivery(page);
    await fillDelivery(page, { ...person, postcode: '12345' });
    await page.getByLabel('Address line 2 (optional)').fill('Zażółć <b>gęślą</b> & "jaźń"');
    await page.getByLabel('County (optional)').fill('West Yorkshire');
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [{ input: page.getByLabel('Postcode'), message: 'Enter a full UK postcode, like LS1 4AP' }]);
    await expect(page.getByLabel('Address line 1')).toHaveValue(person.line1);
    await expect(page.getByLabel('Address line 2 (optional)')).toHaveValue('Zażółć <b>gęślą</b> & "jaźń"');
    await expect(page.getByLabel('Town or city')).toHaveValue(person.city);
    await expect(page.getByLabel('County (optional)')).toHaveValue('West Yorkshire');
    await expect(page.getByLabel('Postcode')).toHaveValue('12345');
    await page.getByLabel('Postcode').fill(person.postcode);
    await pressContinue(page);
    await expectHeading(page, 'Who is ordering?');
    // What was refused before is not said again.
    await page.goto('/checkout/delivery');
    await expect(page).toHaveTitle('Where should we send it? – Healthpost');
    await expect(errorSummary(page)).toHaveCount(0);
    await expect(page.getByLabel('Postcode')).toHaveValue(person.postcode);
  });

  test('an address too long for its label', async ({ page }) => {
    await goToDelivery(page);
    await fillDelivery(page, { ...somebody(), line1: 'x'.repeat(160) });
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [{ input: page.getByLabel('Address line 1'), message: /must be 159 characters or fewer|must fit three lines of 53 characters/ }]);
  });
});

test.describe('contact', () => {
  test('empty', async ({ page }) => {
    await goToContact(page, somebody());
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [
      { input: page.getByLabel('Full name'), message: 'Enter your full name' },
      { input: page.getByLabel('Email address'), message: 'Enter an email address' },
    ]);
  });

  test('wrong, then repaired', async ({ page }) => {
    const person = somebody();
    await goToContact(page, person);
    await fillContact(page, { ...person, email: 'ada@example' });
    await page.getByLabel('Phone number (optional)').fill('12 ab');
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [
      { input: page.getByLabel('Email address'), message: 'Enter an email address in the correct format, like name@example.com' },
      { input: page.getByLabel('Phone number (optional)'), message: 'Enter a phone number, like 01632 960 001 or 07700 900 982' },
    ]);
    await expect(page.getByLabel('Full name')).toHaveValue(person.name);
    await expect(page.getByLabel('Email address')).toHaveValue('ada@example');
    await expect(page.getByLabel('Phone number (optional)')).toHaveValue('12 ab');
    await page.getByLabel('Email address').fill(person.email);
    await page.getByLabel('Phone number (optional)').fill('+44 (0)1632 960-001');
    await pressContinue(page);
    await expectHeading(page, 'Check your email');
  });
});

test.describe('code', () => {
  test('empty and too short', async ({ page }) => {
    await goToCode(page, somebody());
    const code = page.getByLabel('Code', { exact: true });
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [{ input: code, message: 'Enter the 6-digit code' }]);
    await code.fill('12');
    await ready(page);
    await pressContinue(page);
    await expectRefused(page, [{ input: code, message: 'Code must be 6 numbers' }]);
    await expect(code).toHaveValue('12');
  });

  test('wrong, then typed with a blank', async ({ page }) => {
    const person = somebody();
    await goToCode(page, person);
    const sent = await newestCode(person.email);
    const code = page.getByLabel('Code', { exact: true });
    await code.fill(sent === '111111' ? '222222' : '111111');
    await pressContinue(page);
    await expectRefused(page, [{ input: code, message: 'The code is not right. Check it and try again' }]);
    await code.fill(`${sent.slice(0, 3)} ${sent.slice(3)}`);
    await pressContinue(page);
    await expectHeading(page, 'Check your answers before you place your order');
  });
});

test.describe('track', () => {
  test('empty', async ({ page }) => {
    await page.goto('/track');
    await ready(page);
    await press(page, 'Find my order');
    await expectRefused(page, [
      { input: page.getByLabel('Order number'), message: 'Enter the order number' },
      { input: page.getByLabel('Email address'), message: 'Enter an email address' },
    ]);
  });

  test('wrong', async ({ page }) => {
    await page.goto('/track');
    await page.getByLabel('Order number').fill('HP-12');
    await page.getByLabel('Email address').fill('ada');
    await ready(page);
    await press(page, 'Find my order');
    await expectRefused(page, [
      { input: page.getByLabel('Order number'), message: 'Enter the order number in the correct format, like HP-1A2B3-C4D5E' },
      { input: page.getByLabel('Email address'), message: 'Enter an email address in the correct format, like name@example.com' },
    ]);
    await expect(page.getByLabel('Order number')).toHaveValue('HP-12');
    await expect(page.getByLabel('Email address')).toHaveValue('ada');
  });
});

test.describe('add to basket', () => {
  const WRONG = [
    ['', 'Enter how many copies you want'],
    ['some', 'Number of copies must be a whole number, like 5'],
    ['1.5', 'Number of copies must be a whole number, like 5'],
    ['0', 'Number of copies must be 1 or more'],
    ['10001', /^(Error: )?Number of copies must be 10,?000 or fewer$/],
    // The rule for guests needs the database, so this one always goes to the server.
    ['6', /You can order 5 more/],
  ] as const;

  for (const [typed, message] of WRONG) {
    test(`“${typed}” copies`, async ({ page }) => {
      await page.goto(FLU.english);
      const input = page.getByLabel('How many copies');
      await input.fill(typed);
      await ready(page);
      await press(page, 'Add to basket');
      await expectRefused(page, [{ input, message }]);
      await expect(page).toHaveURL(new RegExp(FLU.path));
      await expect(input).toHaveValue(typed);
      await input.fill('1');
      await press(page, 'Add to basket');
      await expectHeading(page, 'Your basket');
      await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('1');
    });
  }

  test('twice more than the limit together', async ({ page }) => {
    await fillBasket(page, 4);
    await page.goto(FLU.english);
    await page.getByLabel('How many copies').fill('2');
    await press(page, 'Add to basket');
    await expect(page).toHaveTitle(/^Error: /);
    await page.goto('/basket');
    await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('4');
  });

  test('a pack that guests may not have', async ({ page }) => {
    // It comes in tens, and guests may have five: no form may suggest otherwise.
    await page.goto('/publications/is-your-child-up-to-date-poster?language=en&format=standard');
    const button = page.getByRole('button', { name: 'Add to basket' });
    if ((await button.count()) === 0) return;
    await page.getByLabel('How many copies').fill('10');
    await button.click();
    await expect(errorSummary(page)).toContainText('Your limit (5) is less than one pack (10)');
  });
});

test.describe('a line of the basket', () => {
  const line = (page: Page) => page.getByLabel(`Copies of ${FLU.title}`);

  test('wrong', async ({ page }) => {
    await fillBasket(page);
    await line(page).fill('many');
    await ready(page);
    await press(page, /^Update/);
    await expectRefused(page, [{ input: line(page), message: 'Number of copies must be a whole number, like 5' }]);
    await expect(line(page)).toHaveValue('many');
  });

  test('more than the limit', async ({ page }) => {
    await fillBasket(page);
    await line(page).fill('6');
    await press(page, /^Update/);
    await expectRefused(page, [{ input: line(page), message: /You can order 5 more/ }]);
    await expect(line(page)).toHaveValue('6');
  });

  test('another number', async ({ page }) => {
    await fillBasket(page);
    await ready(page);
    await line(page).fill('3');
    await press(page, /^Update/);
    await expect(page.getByText('3 copies in all, free of charge', { exact: true })).toBeVisible();
    await expect(line(page)).toHaveValue('3');
    const alert = page.getByRole('alert');
    if (hasJavaScript()) {
      // Changed in place: the change is said, and the word of success of the page before is gone.
      await expect(page.locator('#basket-said')).toContainText('Basket changed');
    } else {
      await expect(alert).toContainText('Your basket was updated');
      await page.reload();
    }
    await expect(alert).toHaveCount(0);
  });

  test('0 removes it', async ({ page }) => {
    await fillBasket(page);
    await line(page).fill('0');
    await press(page, /^Update/);
    await expect(page.getByRole('heading', { name: 'Your basket is empty' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Basket', exact: true })).toBeVisible();
  });
});

test.describe('in the browser', () => {
  needsJavaScript();

  const FORMS: { name: string; open: (page: Page) => Promise<unknown>; button: string | RegExp }[] = [
    {
      name: 'add to basket',
      open: async (page) => {
        await page.goto(FLU.english);
        await page.getByLabel('How many copies').fill('');
      },
      button: 'Add to basket',
    },
    {
      name: 'a line of the basket',
      open: async (page) => {
        await fillBasket(page);
        await page.getByLabel(`Copies of ${FLU.title}`).fill('');
      },
      button: /^Update/,
    },
    { name: 'delivery', open: goToDelivery, button: 'Continue' },
    { name: 'contact', open: async (page) => goToContact(page, somebody()), button: 'Continue' },
    { name: 'code', open: async (page) => goToCode(page, somebody()), button: 'Continue' },
    { name: 'track', open: async (page) => page.goto('/track'), button: 'Find my order' },
  ];

  for (const { name, open, button } of FORMS) {
    test(`${name}: a missing answer is not posted`, async ({ page }) => {
      expect(hasJavaScript()).toBe(true);
      await open(page);
      await ready(page);
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() !== 'GET' || request.isNavigationRequest()) posts.push(`${request.method()} ${request.url()}`);
      });
      for (const time of [1, 2]) {
        await press(page, button);
        await expect(errorSummary(page), `shown once after press ${time}`).toHaveCount(1);
        await expect(page.locator('[data-error-summary]')).toBeFocused();
        await expect(page).toHaveTitle(/^Error: (?!Error: )/);
      }
      await page.waitForTimeout(300);
      expect(posts).toEqual([]);
    });
  }
});
