/** The wizard of the registry: its pages one after the other, with scripts and without. */

import type { Locator, Page } from '@playwright/test';

import { errorSummary, expectRefused, expectServedErrors } from './support/errors.ts';
import { held, ready } from './support/islands.ts';
import { expectHeading, pressContinue } from './support/journey.ts';
import { tabTo } from './support/layout.ts';
import { expectSolved, newAddress, shortest } from './support/registration.ts';
import { BRANCHES, lookAndAnswer } from './support/registry-looks.ts';
import { SECTIONS, STEPS, answer, begin, goToStep, region } from './support/registry.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';
import { expectWhole } from './support/whole.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Gives an answer of a group by keyboard: of radio buttons Tab reaches one, and arrows the others. */
async function chooseByKeys(page: Page, group: Locator, answer: string): Promise<void> {
  const choice = group.getByLabel(answer, { exact: true });
  const radios = group.getByRole('radio');
  const most = await radios.count();
  await tabTo(page, most > 0 ? radios.first() : choice);
  await page.keyboard.press('Space');
  for (let at = 1; at < most && !(await choice.isChecked()); at += 1) await page.keyboard.press('ArrowDown');
  await expect(choice).toBeChecked();
}

test('somebody answers everything from Primary to Preferences', async ({ page }) => {
  await begin(page);
  await page.goto('/register/name');
  for (const step of STEPS) {
    await expect(page).toHaveURL(new RegExp(`/register/${step.slug}$`));
    await expect(page).toHaveTitle(`${step.heading} – Register – Healthpost`);
    await answer(page, step);
  }
  await expect(page).toHaveURL(/\/register\/check$/);
  await page.goto('/register/tasks');
  await expect(page.getByText('Completed', { exact: true })).toHaveCount(4);
  // Closing the tab loses nothing.
  await page.goto('/register/phones');
  await expect(page.getByLabel('Phone number', { exact: true })).toHaveValue('(250) 555-0142');
});

for (const [section, steps] of Object.entries(SECTIONS)) {
  // Its forms are the same with scripts and without; the lists, which scripts add to, are looked at with them.
  test.describe(section, () => {
    needsJavaScript();

    test(`${section}: whole and accessible, empty, in error and filled`, async ({ page }) => {
      await begin(page);
      await page.goto(`/register/${steps[0]?.slug ?? ''}`);
      for (const step of steps) await test.step(step.slug, async () => lookAndAnswer(page, step, section));
    });
  });
}

test.describe('what only some are asked', () => {
  needsJavaScript();

  test('is whole and accessible, empty, in error and filled', async ({ page }) => {
    await begin(page);
    for (const { reached, step } of BRANCHES) {
      await test.step(step.heading, async () => {
        await page.goto(`/register/${reached[0]?.slug ?? ''}`);
        for (const before of reached) await answer(page, before);
        await expect(page).toHaveURL(new RegExp(`/register/${step.slug}$`));
        await lookAndAnswer(page, step, 'Credentials');
      });
    }
  });
});

test('the list of tasks leads to what is to be done', async ({ page }) => {
  await begin(page);
  await page.goto('/register/tasks');
  await expectHeading(page, 'Your registration');
  await expect(page.getByText('Not started', { exact: true })).toHaveCount(4);
  await expect(page.getByRole('link', { name: 'Check and submit' })).toHaveCount(0);
  await expectWhole(page, [320, 1280]);
  const contact = page.getByRole('main').getByRole('link', { name: 'Contact', exact: true });
  await expect(contact).toHaveAccessibleDescription('Not started');
  await contact.click();
  await expectHeading(page, 'What are your phone numbers?');
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await page.goto('/register/locations');
  await expect(page, 'a page out of turn').toHaveURL(/\/register\/tasks$/);
});

test('whatever was typed is saved for later', async ({ page }) => {
  await goToStep(page, 'postal-code');
  await page.getByLabel('Postal code').fill('nowhere');
  await ready(page);
  await button(page, 'Save and come back later').click();
  await expect(page).toHaveURL(/\/register\/save/);
  await page.goto('/register/postal-code');
  await expect(page.getByLabel('Postal code')).toHaveValue('nowhere');
});

test('all places of a region are chosen at once', async ({ page }) => {
  await goToStep(page, 'locations');
  await ready(page);
  let posts = 0;
  page.on('request', (request) => (posts += Number(request.method() === 'POST')));
  const fraser = region(page, 'Fraser Region');
  await fraser.locator('summary').click();
  await expect(button(page, 'Clear all in Fraser Region')).toBeDisabled();
  await button(page, 'Select all in Fraser Region').click();
  await expect(fraser.getByText('13 of 13 chosen')).toBeVisible();
  await expect(fraser.getByRole('checkbox', { checked: true })).toHaveCount(13);
  await expect(button(page, 'Select all in Fraser Region')).toBeDisabled();
  await button(page, 'Clear all in Fraser Region').click();
  await expect(fraser.getByText('0 of 13 chosen')).toBeVisible();
  expect(posts > 0, 'only without scripts is the form posted').toBe(!hasJavaScript());
});

test('the section is not printed', async ({ page }) => {
  await goToStep(page, 'name');
  await expect(page.getByText('Section 1 of 5: Primary')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Section 1 of 5: Primary')).toBeHidden();
  await expect(button(page, 'Continue')).toBeHidden();
});

test.describe('with scripts', () => {
  needsJavaScript();

  test('a region is chosen by keyboard, and the focus stays', async ({ page }) => {
    await goToStep(page, 'locations');
    await ready(page);
    const fraser = region(page, 'Fraser Region');
    await tabTo(page, fraser.locator('summary'));
    await page.keyboard.press('Enter');
    await tabTo(page, button(page, 'Select all in Fraser Region'));
    await page.keyboard.press('Enter');
    await expect(button(page, 'Clear all in Fraser Region')).toBeFocused();
    await expect(page.locator('#list-status')).toHaveText('13 of 13 chosen');
    const hope = fraser.getByLabel('Hope', { exact: true });
    await tabTo(page, hope);
    await page.keyboard.press('Space');
    await expect(fraser.getByText('12 of 13 chosen')).toBeVisible();
    // Return goes on, as the first button of the form does.
    await page.keyboard.press('Enter');
    await expectHeading(page, 'What kinds of placement would you take?');
  });

  test('a long list is narrowed down', async ({ page }) => {
    await goToStep(page, 'subspecialties/RegisteredNurse');
    await ready(page);
    const choices = page.getByRole('checkbox');
    const all = await choices.count();
    await page.getByLabel('Public Health', { exact: true }).check();
    await page.getByLabel('Find in this list').fill('CARDIO');
    await expect(page.getByLabel('Cardiovascular')).toBeVisible();
    await expect(page.getByLabel('Public Health', { exact: true }), 'what is chosen stays').toBeVisible();
    expect(await choices.count()).toBe(2);
    await expect(page.locator('#list-status')).toHaveText('1 found');
    await page.getByLabel('Find in this list').fill('');
    await expect(choices).toHaveCount(all);
  });

  test('by keyboard alone from the start to the sent registration', async ({ page }) => {
    const press = async (target: Locator) => {
      await tabTo(page, target);
      await page.keyboard.press('Enter');
    };
    await page.goto('/register');
    await press(button(page, 'Start now'));
    await expectHeading(page, 'What is your name?');
    await test.step('from what is wrong to where it is', async () => {
      await press(button(page, 'Continue'));
      await expect(page).toHaveTitle(/^Error: /);
      await expect(page.locator('[data-error-summary]')).toBeFocused();
      await press(errorSummary(page).getByRole('link').first());
      await expect(page.getByLabel('First name', { exact: true })).toBeFocused();
      await page.goto('/register/name');
    });
    for (const { slug, typed = {}, chosen } of shortest(newAddress())) {
      await test.step(slug, async () => {
        await expect(page).toHaveURL(new RegExp(`/register/${slug}$`));
        await ready(page);
        for (const [label, text] of Object.entries(typed)) {
          await tabTo(page, page.getByLabel(label, { exact: true }));
          await page.keyboard.type(text);
        }
        const groups = chosen ? await page.getByRole('main').getByRole('group').all() : [];
        for (const group of groups) await chooseByKeys(page, group, chosen ?? '');
        await press(button(page, 'Continue'));
      });
    }
    await expectHeading(page, 'Check your answers');
    await ready(page);
    await expectSolved(page);
    await tabTo(page, page.getByLabel(/^I am the person named/));
    await page.keyboard.press('Space');
    await press(button(page, 'Send registration'));
    await expectHeading(page, 'Registration sent');
  });

  test('what is wrong is said before anything is posted, and a press in haste is one', async ({ page }) => {
    await goToStep(page, 'postal-code');
    await ready(page);
    let posts = 0;
    page.on('request', (request) => (posts += Number(request.method() === 'POST' && request.isNavigationRequest())));
    const input = page.getByLabel('Postal code');
    await input.fill('90210');
    await pressContinue(page);
    await expect(page.locator('[data-error-summary]')).toBeFocused();
    await expectRefused(page, [{ input, message: 'Enter a Canadian postal code, like V8W 9W2' }]);
    expect(posts).toBe(0);
    await input.fill('V8W 9W2');
    const answer = await held(page, '**/do/register/answer');
    await button(page, 'Continue').dblclick();
    answer();
    await expectHeading(page, 'What are your phone numbers?');
    expect(posts).toBe(1);
  });

  test('EH-05: what is refused here is written down, and one goes on from it', async ({ page }) => {
    await goToStep(page, 'postal-code');
    const input = page.getByLabel('Postal code');
    for (const typed of ['90210', 'nowhere']) {
      await ready(page);
      await input.fill(typed);
      await pressContinue(page);
      await expect(page.locator('[data-error-summary]')).toBeFocused();
      // It is on its way while the page stays; a page that is opened anew shows only what was written down.
      await expect(async () => {
        await page.goto('/register/tasks');
        await page.goto('/register/postal-code');
        await expect(input).toHaveValue(typed, { timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
      await expectServedErrors(page, ['Enter a Canadian postal code, like V8W 9W2']);
    }
    await input.fill('V8W 9W2');
    await pressContinue(page);
    await expectHeading(page, 'What are your phone numbers?');
  });

  test('EH-05: another language keeps what is typed, and calls nothing wrong', async ({ page }) => {
    await goToStep(page, 'name');
    await ready(page);
    await page.locator('#languages').getByRole('link', { name: 'Français' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await ready(page);
    await page.locator('[name=first_name]').fill('Ada');
    await page.locator('#languages').getByRole('link', { name: 'English' }).click();
    await expectHeading(page, 'What is your name?');
    await expect(page.getByLabel('First name', { exact: true })).toHaveValue('Ada');
    await expect(page).not.toHaveTitle(/^Error/);
    await page.getByLabel('Last name', { exact: true }).fill('Sample');
    await pressContinue(page);
    await expectHeading(page, 'What is your postal code?');
  });

  test('EH-05: what is written down gives way to what is newer, and nobody waits for it for long', async ({ page }) => {
    await goToStep(page, 'postal-code');
    await ready(page);
    // Only what is posted gets through.
    await page.route('**/do/register/answer', async (route) => {
      if (route.request().isNavigationRequest()) await route.continue();
    });
    const input = page.getByLabel('Postal code');
    await input.fill('90210');
    const begun = page.waitForRequest('**/do/register/answer');
    await pressContinue(page);
    const late = await begun;
    const isGivenUp = page.waitForEvent('requestfailed', (request) => request === late);
    await input.fill('nowhere');
    await pressContinue(page);
    await isGivenUp;
    await input.fill('V8W 9W2');
    await pressContinue(page);
    await expectHeading(page, 'What are your phone numbers?');
    await ready(page);
    await page.locator('#languages').getByRole('link', { name: 'Français' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  });

  test('what a page offers is checked before anything is posted', async ({ page }) => {
    await goToStep(page, 'locations');
    await ready(page);
    let posts = 0;
    page.on('request', (request) => (posts += Number(request.method() === 'POST' && request.isNavigationRequest())));
    await pressContinue(page);
    await expect(errorSummary(page).getByRole('link')).toHaveText(['Select at least one place you would go to']);
    // A script ticks these, and the form counts them.
    const fraser = region(page, 'Fraser Region');
    await fraser.locator('summary').click();
    await button(page, 'Select all in Fraser Region').click();
    expect(posts).toBe(0);
    await pressContinue(page);
    await expectHeading(page, 'What kinds of placement would you take?');
    expect(posts).toBe(1);
  });

  test("one's own registration: what is wrong is said before anything is posted", async ({ page }) => {
    await page.goto('/my');
    await expectHeading(page, 'Sign in to your registration');
    await ready(page);
    let posts = 0;
    page.on('request', (request) => (posts += Number(request.method() === 'POST')));
    const input = page.getByLabel('Email address', { exact: true });
    await input.fill('nobody');
    await button(page, 'Send me a code').click();
    await expectRefused(page, [{ input, message: 'Enter an email address in the correct format, like name@example.com' }]);
    expect(posts).toBe(0);
  });
});
