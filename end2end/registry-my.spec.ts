/** One registration from its beginning to its end: stopped and taken up again, sent, looked after, left, and erased. */

import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { expectServedErrors } from './support/errors.ts';
import { ready } from './support/islands.ts';
import { expectHeading, pressContinue } from './support/journey.ts';
import { expectOnPaper } from './support/layout.ts';
import { codeOf, linkTo, newestCode, newestCodeMail, newestMail } from './support/mail.ts';
import { askForCode, expectDone, expectPage, field, follow, main, press } from './support/my.ts';
import { NOT_FOUND } from './support/pages.ts';
import { PHONE, answerAll, certifyAndSend, newAddress, shortest } from './support/registration.ts';
import { begin } from './support/registry.ts';
import { expect, hasJavaScript, test } from './support/test.ts';
import { expectFrame, expectState } from './support/whole.ts';

const OTHER_PHONE = '604 555 0199';
const NEWS = 'Send me news and exercises by email';
const COLLEGE = 'Check my registration with my college';

const changeLink = (page: Page, what: string): Locator => main(page).getByRole('link', { name: `Change ${what}` });

/** The page says what is wrong, and is whole all the same. */
async function expectWrong(page: Page, messages: string[]): Promise<void> {
  await expectServedErrors(page, messages);
  await expectState(page, true);
}

/** Stops after three pages in one browser, and is sent from another one. Gives its number and the code that was used. */
async function stopAndSend(page: Page, own: Page, email: string): Promise<{ number: string; code: string }> {
  const steps = shortest(email);
  await begin(page);
  await page.goto('/register/name');
  await answerAll(page, steps.slice(0, 3));
  await expect(page).toHaveURL(/\/register\/email$/);
  await press(page, 'Save and come back later');
  await expectHeading(page, 'Save and come back later');
  await field(page, 'Email address').fill(email);
  await press(page, 'Save my answers');
  await expectHeading(page, 'Your answers are saved');

  await page.goto('/register/name');
  await own.goto(linkTo('/register/resume/', await newestMail(email, /^Your answers are saved$/)));
  await press(own, 'Send me a code');
  await expectHeading(own, 'Check your email');
  const code = await newestCode(email);
  await field(own, 'Code').fill(code);
  await pressContinue(own);
  await expectHeading(own, 'Your registration');
  await expect(own.getByText('Completed', { exact: true })).toHaveCount(1);
  await pressContinue(page);
  await expectPage(page, 'Your answers are not open here any more');
  await own.goto('/register/email');
  await answerAll(own, steps.slice(3));
  await expectHeading(own, 'Check your answers');
  await expect(own.getByText('You have shown that you read mail at your address.')).toBeVisible();
  await field(own, NEWS).check();
  return { number: await certifyAndSend(own), code };
}

/** Signs in with a code, by way of everything that can be wrong with it. Gives the code. */
async function signIn(own: Page, email: string, known: string): Promise<string> {
  const { text } = await newestMail(email, /^Your registration [0-9A-Z]/);
  expect(text).toMatch(/\/my\s/);
  await own.goto('/my');
  await expectPage(own, 'Sign in to your registration');
  await press(own, 'Send me a code');
  await expectWrong(own, ['Enter an email address']);
  await askForCode(own, email);
  await expectState(own);
  await press(own, 'Sign in');
  await expectWrong(own, ['Enter the 6-digit code']);
  const code = await newestCode(email, known);
  await field(own, 'Code').fill(code);
  await press(own, 'Sign in');
  return code;
}

/** Everything that was answered is shown. */
async function seeEverything(own: Page, email: string, number: string): Promise<void> {
  await expectHeading(own, 'Your registration');
  await main(own).getByText('What changed, and when').click();
  await expect(main(own).getByText(/, by you: /).first()).toBeVisible();
  await expectState(own);
  const shown = ['Active', 'Ada', 'V8W 9W2', PHONE, email, 'Midwife', 'Unregistered', 'Retired', 'Anywhere needed', '1 week', 'Full-Time', 'No/Unsure'];
  for (const words of shown) await expect(main(own)).toContainText(words);
  await expect(main(own)).toContainText(`${NEWS}: agreed on`);
  expect((await main(own).innerText()).replaceAll('-', '')).toContain(number.replaceAll('-', ''));
}

/** A page of answers is filled in, refuses what is wrong, and changes nothing but what was changed. */
async function changePhones(own: Page, email: string): Promise<void> {
  await changeLink(own, 'phone number').click();
  await expectHeading(own, 'What are your phone numbers?');
  await expect(field(own, 'Phone number')).toHaveValue(PHONE);
  await expectState(own);
  await field(own, 'Phone number').fill('');
  await ready(own);
  await pressContinue(own);
  await expectWrong(own, ['Enter your phone number']);
  await own.goto('/my/registration');
  await expect(main(own), 'what is stored stays').toContainText(PHONE);
  // With scripts nothing was sent; without them what was typed is kept aside.
  if (!hasJavaScript()) {
    await expect(main(own)).toContainText('You changed answers that are not saved yet.');
    await expectState(own);
    await press(own, 'Forget these changes');
  }
  await expect(main(own)).not.toContainText('You changed answers that are not saved yet.');

  const filled = { 'Other phone number (optional)': OTHER_PHONE, 'Extension (optional)': '4711' };
  for (const [label, text] of Object.entries(filled)) {
    await changeLink(own, 'phone number').click();
    await field(own, label).fill(text);
    await pressContinue(own);
    await expectDone(own, 'Your registration was updated');
  }
  await expectState(own);
  for (const words of [PHONE, OTHER_PHONE, '4711', 'V8W 9W2', 'Midwife', 'Retired']) await expect(main(own)).toContainText(words);
  const { text } = await newestMail(email, /^Your registration was updated$/);
  expect(text).toContain('Contact');
  expect(text, 'parts are named, not answers').not.toContain(OTHER_PHONE);
}

/** What is newly asked is asked before anything is saved. */
async function changeEmployment(own: Page): Promise<void> {
  await changeLink(own, 'current employment').click();
  await expect(field(own, 'Not currently employed in the health sector')).toBeChecked();
  await field(own, 'Employed in the health sector').check();
  await pressContinue(own);
  await expectPage(own, 'Where are you employed?');
  await field(own, 'Fraser Health').check();
  await pressContinue(own);
  await expectDone(own, 'Your registration was updated');
  await expect(main(own)).toContainText('Fraser Health');
  await expect(main(own)).not.toContainText('Retired');
}

/** Of what two windows say differently, one is chosen. */
async function changeInTwoWindows(own: Page): Promise<void> {
  const other = await own.context().newPage();
  for (const window of [own, other]) {
    await window.goto('/my/registration/hours');
    await expect(field(window, 'Full-Time')).toBeChecked();
    await field(window, 'Part-Time').check();
  }
  await pressContinue(other);
  await expectDone(other, 'Your registration was updated');
  await other.close();
  await field(own, 'Full-Time').uncheck();
  await pressContinue(own);
  await expectPage(own, 'Your answers were changed in another window');
  await press(own, 'Use what I typed here');
  await expectDone(own, 'Your registration was updated');
  await expect(main(own)).toContainText('Part-Time');
  await expect(main(own)).not.toContainText('Full-Time');
}

/** Deployments, consents, and that everything is still right. */
async function changeWhatIsBeside(own: Page): Promise<void> {
  await changeLink(own, 'are you deployed now?').click();
  await expectPage(own, 'Are you deployed now?');
  await press(own, 'Save');
  await expectWrong(own, ['Select yes if you are deployed now']);
  await field(own, 'Yes').check();
  const first = own.getByRole('group', { name: 'If yes, the date your deployment started' });
  for (const [label, text] of [['Day', '3'], ['Month', '8'], ['Year', '2026']] as const) await field(first, label).fill(text);
  await press(own, 'Save');
  await expectDone(own, 'Thank you for telling us about your deployment');
  await expect(main(own)).toContainText('Deployed since 3 August 2026');

  await changeLink(own, 'what you agree to').click();
  await expectPage(own, 'What you agree to');
  await expect(field(own, NEWS)).toBeChecked();
  await field(own, NEWS).uncheck();
  await field(own, COLLEGE).check();
  await press(own, 'Save');
  await expectDone(own, 'What you agree to was changed');
  await expect(main(own)).toContainText(`${NEWS}: not agreed`);
  await expect(main(own)).toContainText(`${COLLEGE}: agreed on`);

  await press(own, 'Yes, still right');
  await expectDone(own, 'Thank you. Your registration is confirmed');
}

/** The link that stops messages needs nobody signed in, and can be undone. */
async function stopMessages(page: Page, own: Page): Promise<void> {
  const link = await changeLink(own, 'news and exercises').getAttribute('href');
  await page.goto(link ?? '');
  await expectPage(page, 'Stop news and exercises');
  await press(page, 'Stop these messages');
  await expectPage(page, 'We have stopped these messages');
  await press(page, 'Undo');
  await expectHeading(page, 'Stop news and exercises');
  await press(page, 'Stop these messages');
  await expectHeading(page, 'We have stopped these messages');
  await own.goto('/my/registration');
  await expect(main(own).getByText('Stopped', { exact: true })).toBeVisible();
}

/** Another address is proved by a code, and the old one undoes it. */
async function changeEmail(page: Page, own: Page, email: string, other: string): Promise<void> {
  await changeLink(own, 'email address').click();
  await expectPage(own, 'Change your email address');
  await press(own, 'Send a code there');
  await expectWrong(own, ['Enter an email address']);
  await field(own, 'New email address').fill(other);
  await press(own, 'Send a code there');
  await expectPage(own, 'Check your email');
  await press(own, 'Change my address');
  await expectWrong(own, ['Enter the 6-digit code']);
  const first = await newestCode(other);
  await press(own, 'Send a new code');
  await expect(own.getByRole('alert')).toContainText('We have sent you an email');
  await expectPage(own, 'Check your email');
  await field(own, 'Code').fill(await newestCode(other, first));
  await press(own, 'Change my address');
  await expectDone(own, 'Your email address was changed');
  await expect(main(own)).toContainText(other);
  await press(own, 'Sign out');
  await expectPage(own, 'You have signed out');
  await own.goto('/my/registration');
  await expect(own).toHaveURL(/\/my$/);

  const undo = await newestMail(email, /^Your registration has another email address$/);
  expect(undo.text, 'the new address is hinted at').not.toContain(other);
  await page.goto(linkTo('/my/email/undo/', undo));
  await expectPage(page, 'Use your old email address again');
  await press(page, 'Undo the change');
  await expectPage(page, 'Your old email address is back');
}

/** Signs in by the link of the message; another browser asks for its code. Gives the code that it stands for. */
async function signInByLink(page: Page, own: Page, email: string, known: string): Promise<string> {
  await askForCode(own, email);
  const mail = await newestCodeMail(email, known);
  const link = linkTo('/my/link/', mail);
  await page.goto(link);
  await expectPage(page, 'Sign in');
  await press(page, 'Sign in');
  await expectWrong(page, ['Enter the 6-digit code']);
  await own.goto(link);
  await expectPage(own, 'Sign in');
  await press(own, 'Sign in');
  await expectHeading(own, 'Your registration');
  await expect(main(own)).toContainText(email);
  return codeOf(mail);
}

/** Leaves with a reason, and comes back. */
async function withdrawAndRejoin(own: Page, email: string): Promise<void> {
  await follow(own, 'Withdraw from the registry');
  await expectPage(own, 'Withdraw from the registry');
  await press(own, 'Withdraw');
  await expectWrong(own, ['Select why you are withdrawing']);
  await field(own, 'Another reason').check();
  await press(own, 'Withdraw');
  await expectServedErrors(own, ['Enter your reason']);
  await expect(field(own, 'Another reason')).toBeChecked();
  await field(own, 'Reason').fill('I moved to the sea');
  await press(own, 'Withdraw');
  await expectPage(own, 'You have withdrawn');
  const mail = await newestMail(email, /^You have withdrawn from the registry$/);
  expect(mail.text).not.toContain('sea');
  await own.goto('/my/withdraw');
  await expectPage(own, 'You have already withdrawn');
  await own.goto('/my/registration');
  await expect(main(own).getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(changeLink(own, 'first name')).toHaveCount(0);
  await expectState(own);
  await own.goto(linkTo('/my/rejoin', mail));
  await expectPage(own, 'Re-join the registry');
  await press(own, 'Re-join');
  await expectDone(own, 'Your registration is active again. Check that your answers are still right');
}

/** Everything that is held can be read, printed, and downloaded. */
async function download(own: Page): Promise<void> {
  await follow(own, 'Everything we hold about you');
  await expectPage(own, 'Everything we hold about you');
  for (const words of [PHONE, OTHER_PHONE, 'Fraser Health', 'Part-Time']) await expect(main(own)).toContainText(words);
  await expectOnPaper(own);
  await expect(main(own)).toContainText(OTHER_PHONE);
  await own.emulateMedia({ media: null });
  const begun = own.waitForEvent('download');
  await follow(own, 'Download (JSON)');
  const held = JSON.parse(await readFile(await (await begun).path(), 'utf8')) as { state: string; answers: Record<string, string[]>; withdrawals: unknown[] };
  expect(held.state).toBe('active');
  expect(held.answers['secondary_phone']).toEqual([OTHER_PHONE]);
  expect(held.withdrawals).toHaveLength(1);
}

/** A code erases everything, and the sign-in ends with it. */
async function erase(own: Page, email: string, known: string): Promise<void> {
  await own.goto('/my/registration');
  await follow(own, 'Erase my data');
  await expectPage(own, 'Erase my data');
  await press(own, 'Erase everything');
  await expectWrong(own, ['Enter the 6-digit code']);
  const drawn = own.waitForEvent('load');
  await press(own, 'Send me a code');
  await drawn;
  await field(own, 'Code').fill(await newestCode(email, known));
  await press(own, 'Erase everything');
  await expectPage(own, 'Your data is erased');
  await newestMail(email, /^Your data was erased$/);
  await own.goto('/my/registration');
  await expect(own).toHaveURL(/\/my$/);
}

test('somebody registers, looks after their registration, leaves, comes back, and is erased', async ({ page, stranger: own, watch }) => {
  watch.allow(/status of 40[39]/);
  const [email, other] = [newAddress(), newAddress('grace')];
  const { number, code } = await test.step('three pages, and the others elsewhere', async () => stopAndSend(page, own, email));
  const second = await test.step('sign in', async () => signIn(own, email, code));
  await test.step('everything is shown', async () => seeEverything(own, email, number));
  await test.step('one page is changed', async () => changePhones(own, email));
  await test.step('what is newly asked', async () => changeEmployment(own));
  await test.step('two windows', async () => changeInTwoWindows(own));
  await test.step('deployment, consents, still right', async () => changeWhatIsBeside(own));
  await test.step('messages are stopped', async () => stopMessages(page, own));
  await test.step('another address, undone', async () => changeEmail(page, own, email, other));
  const third = await test.step('sign in by link', async () => signInByLink(page, own, email, second));
  await test.step('leave and come back', async () => withdrawAndRejoin(own, email));
  await test.step('download', async () => download(own));
  await test.step('erase', async () => erase(own, email, third));
});

test('links that are not ours open nothing, and pages of others lead to the sign-in', async ({ page, watch }) => {
  watch.allow(NOT_FOUND);
  const links = ['/my/link/x', '/still-right/x/y', '/stop-messages/x/y', '/withdraw/x/y', '/my/email/undo/x/y'];
  for (const path of links) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(410);
    await expectHeading(page, path.startsWith('/my/link') ? 'This link has expired' : 'This link does not work');
    await expectFrame(page);
  }
  const own = ['registration', 'registration/phones', 'changed', 'which', 'consents', 'deployment', 'email', 'email/code', 'rejoin', 'data', 'data.json', 'erase'];
  for (const path of own) {
    await page.goto(`/my/${path}`);
    await expect(page, path).toHaveURL(/\/my$/);
  }
  await page.goto('/still-right/done');
  await expectPage(page, 'Thank you');
});
