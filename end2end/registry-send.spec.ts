/** The pages around the wizard's questions: starting, checking, sending, saving and coming back. */

import type { Page } from '@playwright/test';

import { expectAccessible } from './support/axe.ts';
import { errorSummary, expectServedErrors } from './support/errors.ts';
import { expectHeading, pressContinue } from './support/journey.ts';
import { expectOnPaper } from './support/layout.ts';
import { linkTo, newestCode, newestMail } from './support/mail.ts';
import { certifyAndSend, newAddress, passCheck } from './support/registration.ts';
import { STEPS, answer, begin } from './support/registry.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';
import { expectState, expectWhole } from './support/whole.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Answers everything, and goes to the last page. */
async function goToCheck(page: Page, email: string): Promise<void> {
  await begin(page);
  await page.goto('/register/name');
  for (const step of STEPS) await answer(page, step);
  await page.goto('/register/email');
  await page.getByLabel('Email address', { exact: true }).fill(email);
  await pressContinue(page);
  await expectHeading(page, 'Check your answers');
}

test('somebody registers, from the start to the confirmed address', async ({ page, context, stranger }) => {
  const email = newAddress();
  await page.goto('/register');
  await expectHeading(page, 'Register as an emergency health provider');
  await expectWhole(page);
  await goToCheck(page, email);
  await expect(page.getByRole('main')).toContainText('(250) 555-0142 ext. 12');
  await expect(page.getByRole('main')).toContainText('Tahltan (Telegraph Creek)');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await passCheck(page, email);
  await expectWhole(page);

  await test.step('nothing is sent uncertified', async () => {
    await button(page, 'Send registration').click();
    await expect(page).toHaveTitle('Error: Check your answers – Register – Healthpost');
    const certify = 'Confirm that you are the person named and that your answers are true and complete';
    await expectServedErrors(page, [certify]);
    await expect(page.getByLabel(/^I am the person named/)).toBeFocused();
    await expectWhole(page);
  });

  await test.step('send', async () => {
    // A page that was drawn again has another sum.
    if (hasJavaScript()) await passCheck(page, email);
    const twin = await context.newPage();
    await twin.goto('/register/check');
    const number = await certifyAndSend(page);
    expect(number).toMatch(/^(?:[0-9A-Z]{3}-){3}[0-9A-Z]{4}$/);
    await expect(page.getByRole('main')).toContainText(email);
    await expectWhole(page);
    await expectOnPaper(page);
    await expect(page.locator('#confirmation')).toBeVisible();
    await expect(page.getByText('You can print this page')).toBeHidden();
    await page.emulateMedia({ media: null });
    // Whoever sends it again, goes back or loads the page again has sent it once.
    expect(await certifyAndSend(twin), 'sent again in another window').toBe(number);
    await page.reload();
    await expect(page.locator('#confirmation')).toHaveText(number);
    await page.goBack();
    await expect(page, 'there is nothing to send any more').toHaveURL(/\/register(?:#|$)/);
    await page.goto('/register/done');
    await expect(page.locator('#confirmation')).toHaveText(number);
  });

  if (hasJavaScript()) {
    await test.step('confirm the address elsewhere', async () => {
      await stranger.goto(linkTo('/register/confirm/', await newestMail(email, /^Your registration /)));
      await expectHeading(stranger, 'Confirm your email address');
      await expectAccessible(stranger);
      await button(stranger, 'Confirm my address').click();
      await expectHeading(stranger, 'Your email address is confirmed');
    });
  }
});

test.describe('with scripts', () => {
  needsJavaScript();

  test('whoever sends before the check is done is told so, and the form is never held up', async ({ page, watch }) => {
    watch.allow(/Failed to load resource.*human-check\.js|ERR_FAILED/);
    await page.route('**/human-check.js', (route) => route.abort());
    await goToCheck(page, newAddress());
    await page.getByLabel(/^I am the person named/).check();
    await button(page, 'Send registration').click();
    await expect(errorSummary(page).getByRole('link')).toHaveText(['Wait for the check to finish, or ask for an email code']);
    await expectWhole(page);
    await errorSummary(page).getByRole('link').click();
    await expect(page.locator('#human_check')).toBeFocused();
  });
});

/** Begins a registration under a first name, and saves it for an address. */
async function stopAs(page: Page, first: string, email: string): Promise<void> {
  await begin(page);
  await page.goto('/register/name');
  await page.getByLabel('First name').fill(first);
  await button(page, 'Save and come back later').click();
  await expectHeading(page, 'Save and come back later');
  await expectWhole(page);
  await page.getByLabel('Email address').fill(email);
  await button(page, 'Save my answers').click();
  await expectHeading(page, 'Your answers are saved');
  await expect(page.getByRole('main'), 'the same to everybody').toContainText(`If ${email} is right, we have emailed you.`);
  await expectWhole(page);
}

/** Comes back by the link of a message, with a code that was not used before. Gives the code. */
async function comeBack(page: Page, email: string, subject: RegExp, used?: string): Promise<string> {
  await page.goto(linkTo('/register/resume/', await newestMail(email, subject)));
  await expectHeading(page, 'Continue your registration');
  await expectWhole(page);
  await button(page, 'Send me a code').click();
  await expectHeading(page, 'Check your email');
  await expectWhole(page);
  const code = await newestCode(email, used);
  await page.getByLabel('Code', { exact: true }).fill(code);
  await pressContinue(page);
  return code;
}

test('a registration is saved and goes on in another browser; of two for one address one is kept', async ({ page, stranger }) => {
  const email = newAddress();
  await stopAs(page, 'Ada', email);
  const code = await comeBack(stranger, email, /^Your answers are saved$/);
  await expectHeading(stranger, 'Your registration');
  await stranger.goto('/register/name');
  await expect(stranger.getByLabel('First name')).toHaveValue('Ada');
  await stranger.getByLabel('Last name').fill('Sample');
  await pressContinue(stranger);
  await expectHeading(stranger, 'What is your postal code?');

  await stopAs(page, 'Grace', email);
  await comeBack(page, email, /^Two registrations are saved for this address$/, code);
  await expectHeading(page, 'Which answers do you want to keep?');
  await expect(page).toHaveURL(/\/register\/which$/);
  await expectState(page);
  const both = page.locator('main section');
  await expect(both.getByRole('heading', { level: 2 })).toHaveText(['The earlier answers', 'The newer answers']);
  await expect(both.first()).toContainText('2 questions answered');
  await expect(both.last()).toContainText('1 question answered');
  await button(page, 'Keep the earlier answers').click();
  await expectHeading(page, 'Your registration');
  await page.goto('/register/name');
  await expect(page.getByLabel('First name')).toHaveValue('Ada');
  await page.goto('/register/which');
  await expect(page, 'nothing is left to choose').toHaveURL(/\/register\/tasks$/);
});

test('two windows with different answers are settled', async ({ page, context, watch }) => {
  watch.allow(/status of 409/);
  await begin(page);
  const other = await context.newPage();
  for (const [keep, kept] of [['Use what I typed here', 'Grace'], ['Keep the stored answers', 'Ada']] as const) {
    for (const window of [page, other]) await window.goto('/register/name');
    for (const [window, first, last] of [[page, 'Ada', 'Sample'], [other, 'Grace', 'Example']] as const) {
      await window.getByLabel('First name').fill(first);
      await window.getByLabel('Last name').fill(last);
      await pressContinue(window);
      await expect(window).not.toHaveURL(/\/register\/name$/);
    }
    await expectHeading(other, 'Your answers were changed in another window');
    await expect(other).toHaveURL(/\/register\/changed$/);
    const sides = other.locator('main section');
    await expect(sides.getByRole('heading', { level: 3 })).toHaveText(['What you typed here', 'The stored answers']);
    await expect(sides.first()).toContainText('Grace');
    await expect(sides.last()).toContainText('Ada');
    await expectState(other);
    await button(other, keep).click();
    await expect(other).not.toHaveURL(/\/register\/changed$/);
    await other.goto('/register/name');
    await expect(other.getByLabel('First name')).toHaveValue(kept);
    await other.goto('/register/changed');
    await expect(other, 'nothing is left open').toHaveURL(/\/register\/tasks$/);
  }
});
