/** The gallery of patterns, and the form mechanism on it: several answers, repeated names, and scripts that never arrive. */

import type { Locator, Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { errorSummary, expectRefused } from './support/errors.ts';
import { held, ready } from './support/islands.ts';
import { FLU, expectHeading, fillBasket, goToCheck, placeOrder, pressContinue, somebody } from './support/journey.ts';
import { expect, needsJavaScript, test } from './support/test.ts';

const LANGUAGE = 'What language do you read best?';
const ONCE = 'Who are you? can only be answered once';

/** The gallery's own form, as its filter names formats as well. */
const questions = (page: Page): Locator => page.locator('form[action$="/do/patterns/try"]');

/** A part of the gallery. */
function part(page: Page, name: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
}

/** The states of a line, in the gallery's order: what is said at its number, and what repairs it. */
const STATES = [
  { said: '', repair: 'Remove' },
  { said: 'Error: You can order 5 more. Change the number of copies', repair: 'Change to 5 copies' },
  { said: 'Error: Order 2 or 4: it comes in packs of 2', repair: 'Change to 4 copies' },
  { said: 'Error: This is out of stock. Remove it from your basket', repair: 'Tell me when' },
  { said: 'Error: There is a newer version of this. Swap it', repair: 'Swap for the newer version' },
];

/** Says what is to be known of a part. */
async function expectNotes(shown: Locator): Promise<void> {
  for (const about of ['Behaviour', 'Without scripts', 'Keyboard', 'Announced', 'Why']) {
    await expect(shown.getByText(about, { exact: true })).toBeVisible();
  }
}

test('the list of the gallery begins as the list does', async ({ page }) => {
  await page.goto('/patterns');
  const list = part(page, 'List of results');
  await expectNotes(list);
  const titles = list.locator('.card').getByRole('heading', { level: 3 }).getByRole('link');
  await expect(titles).toHaveCount(2);
  const shown = await titles.allInnerTexts();
  await page.goto('/publications');
  const ofList = page.locator('#results .card').getByRole('heading', { level: 3 }).getByRole('link');
  expect((await ofList.allInnerTexts()).slice(0, 2)).toEqual(shown);
});

test('the quantity of the gallery is the form of a publication, fine and refused', async ({ page }) => {
  await page.goto('/patterns');
  await ready(page);
  const quantity = part(page, 'Quantity');
  await expectNotes(quantity);
  const numbers = quantity.getByLabel('How many copies');
  await expect(numbers).toHaveCount(2);
  await expect(numbers.nth(0)).toHaveAccessibleDescription('');
  await expect(numbers.nth(1)).toHaveValue('8');
  await expect(numbers.nth(1)).toHaveAccessibleDescription('Error: You can order 5 more. Change the number of copies');
  await expect(errorSummary(page)).toHaveCount(0);
});

test('the filter of the gallery is the one of the list', async ({ page }) => {
  await page.goto('/patterns');
  const filter = part(page, 'Filter');
  await expectNotes(filter);
  const chosen = filter.getByRole('link', { name: /^Remove filter / });
  await expect(chosen).toHaveCount(2);
  await expect(filter.getByRole('group', { name: 'Programme' }).getByRole('checkbox', { checked: true })).toHaveCount(1);
  const names = await chosen.allInnerTexts();
  await filter.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/\/publications\?.*available=now/);
  const ofList = page.locator('#results').getByRole('link', { name: /^Remove filter / });
  await expect(ofList).toHaveCount(2);
  expect(await ofList.allInnerTexts()).toEqual(names);
});

test('the gallery shows a line of the basket in each state with its repair', async ({ page }) => {
  await page.goto('/patterns');
  await ready(page);
  const lines = part(page, 'Basket line').locator('.basket-line');
  await expect(lines).toHaveCount(STATES.length);
  for (const [at, { said, repair }] of STATES.entries()) {
    const line = lines.nth(at);
    await expect(line.getByLabel(/^Copies of /)).toHaveAccessibleDescription(said);
    const name = new RegExp(`^${repair}`);
    await expect(line.getByRole('link', { name }).or(line.getByRole('button', { name }))).toBeVisible();
    await expect(line.getByRole('button', { name: /^Remove/ })).toBeVisible();
  }
  await expect(errorSummary(page)).toHaveCount(0);
  await expectAccessible(page);
});

test('what is wrong with a line reads as it does in the basket', async ({ page }) => {
  await fillBasket(page);
  await page.getByLabel(`Copies of ${FLU.title}`).fill('8');
  await page.getByRole('button', { name: /^Update/ }).click();
  const said = 'You can order 5 more. Change the number of copies';
  await expectRefused(page, [{ input: page.getByLabel(`Copies of ${FLU.title}`), message: said }]);
  await page.goto('/patterns');
  await expect(part(page, 'Basket line').locator('.basket-line').nth(1).getByText(said)).toBeVisible();
});

test('a question keeps all of its answers', async ({ page }) => {
  await page.goto('/patterns');
  await questions(page).getByLabel('Paper').first().check();
  await questions(page).getByLabel('Braille').first().check();
  await ready(page);
  await pressContinue(page);
  await expectRefused(page, [
    { input: page.getByLabel('Who are you?'), message: 'Enter who you are' },
    { input: page.getByLabel(LANGUAGE), message: 'Choose a language' },
  ]);
  for (const [name, isChosen] of [['Paper', true], ['Screen', false], ['Braille', true]] as const) {
    await expect(questions(page).getByLabel(name).first()).toBeChecked({ checked: isChosen });
  }
  await page.getByLabel('Who are you?').fill('Ada');
  await page.getByLabel(LANGUAGE).selectOption('Polski');
  await pressContinue(page);
  await expect(page.getByText('The form was taken.')).toBeVisible();
});

test('a question that needs an answer leads to its first', async ({ page }) => {
  await page.goto('/patterns');
  await page.getByLabel('Who are you?').fill('Ada');
  await page.getByLabel(LANGUAGE).selectOption('Polski');
  await ready(page);
  await pressContinue(page);
  await expect(page.getByLabel(LANGUAGE)).toHaveValue('pl');
  await expect(errorSummary(page).getByRole('link', { name: 'Choose what you read on' })).toBeVisible();
  await errorSummary(page).getByRole('link').click();
  await expect(questions(page).getByLabel('Paper').first()).toBeFocused();
});

test('what is not on offer is refused', async ({ page, baseURL }) => {
  await page.goto('/patterns');
  await page.request.post('/do/patterns/try', {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: baseURL ?? '' },
    data: 'reader=Ada&read_in=paper&reads_in=tlh',
  });
  await page.goto('/patterns');
  await expectRefused(page, [{ input: page.getByLabel(LANGUAGE), message: 'Choose a language' }]);
});

test('a name that comes twice is refused where the question takes one answer', async ({ page, baseURL }) => {
  await page.goto('/patterns');
  const answer = await page.request.post('/do/patterns/try', {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: baseURL ?? '' },
    data: 'reader=Ada&reader=Eve&read_in=paper&read_in=braille&reads_in=pl',
  });
  expect(answer.url()).toContain('/patterns');
  await page.goto('/patterns');
  await expectRefused(page, [{ input: page.getByLabel('Who are you?'), message: ONCE }]);
  await expect(page.getByLabel('Who are you?')).toHaveValue('Ada');
  await expect(questions(page).getByLabel('Braille').first()).toBeChecked();
});

test.describe('with scripts', () => {
  needsJavaScript();

  test('a quantity that cannot be one is refused in the gallery as on the page of a publication', async ({ page }) => {
    const refused = async (input: Locator): Promise<void> => {
      await ready(page);
      await input.fill('0');
      await input.press('Enter');
      await expectRefused(page, [{ input, message: 'Number of copies must be 1 or more' }]);
    };
    await page.goto(FLU.english);
    await refused(page.getByLabel('How many copies'));
    await page.goto('/patterns');
    await refused(part(page, 'Quantity').getByLabel('How many copies').first());
  });

  test('a name that comes twice is refused before anything is sent', async ({ page }) => {
    await page.goto('/patterns');
    await ready(page);
    await page.getByLabel('Who are you?').fill('Ada');
    await questions(page).getByLabel('Paper').first().check();
    await page.getByLabel(LANGUAGE).selectOption('Polski');
    await page.getByLabel('Who are you?').evaluate((input: HTMLInputElement) => {
      const twin = input.cloneNode() as HTMLInputElement;
      twin.id = 'twin';
      twin.type = 'hidden';
      twin.value = 'Eve';
      input.after(twin);
    });
    let posts = 0;
    page.on('request', (request) => (posts += Number(request.method() === 'POST')));
    await pressContinue(page);
    await expect(errorSummary(page)).toContainText(ONCE);
    expect(posts).toBe(0);
  });

  test('an order is placed where the islands never arrive', async ({ page, watch }) => {
    watch.allow(/wasm|ERR_FAILED|fetch/i);
    let blocked = 0;
    await page.route('**/*.wasm', async (route) => {
      blocked += 1;
      await route.abort();
    });
    const person = somebody();
    await page.goto('/patterns');
    // They are loaded once the browser has time.
    await expect.poll(() => blocked, 'the islands were asked for').toBeGreaterThan(0);
    await pressContinue(page);
    await expect(errorSummary(page)).toContainText('Enter who you are');
    await goToCheck(page, person);
    await placeOrder(page);
    await expectHeading(page, 'Order placed');
  });

  test('a form that is sent twice in haste is sent once', async ({ page }) => {
    await page.goto(FLU.english);
    await ready(page);
    let posts = 0;
    page.on('request', (request) => (posts += Number(request.method() === 'POST')));
    const answer = await held(page, '**/do/basket/add');
    await page.getByLabel('How many copies').fill('1');
    await page.getByRole('button', { name: 'Add to basket' }).dblclick();
    answer();
    await expectHeading(page, 'Your basket');
    expect(posts).toBe(1);
    await expect(page.getByLabel(`Copies of ${FLU.title}`)).toHaveValue('1');
  });
});
