/** Staff: invited, signed in in two steps, and looked after. */

import type { Page } from '@playwright/test';

import { PASSWORD } from './support/account.ts';
import { expectRefused, expectServedErrors } from './support/errors.ts';
import { ready } from './support/islands.ts';
import { expectHeading, somebody } from './support/journey.ts';
import { tabTo } from './support/layout.ts';
import { linkTo, newestMail } from './support/mail.ts';
import { expectPage, field, follow, main, press } from './support/my.ts';
import { NOT_FOUND } from './support/pages.ts';
import {
  accept,
  becomeAdmin,
  codeOf,
  fillInvitation,
  inviteAdmin,
  keyOf,
  recoveryOf,
  rowOf,
  settingUp,
  setUp,
  typeCode,
  typeStaffPassword,
} from './support/staff.ts';
import { expect, needsJavaScript, test } from './support/test.ts';
import { expectState } from './support/whole.ts';

const header = (page: Page) => page.getByRole('banner');
const navigation = (page: Page) => header(page).getByRole('navigation', { name: 'Staff' });

/** The page says what was done, once. */
async function expectSaid(page: Page, words: string): Promise<void> {
  const said = page.getByRole('alert');
  await expect(said).toContainText(words);
  await page.reload();
  await expect(said).toHaveCount(0);
}

test('somebody is invited, sets up their second step, and works', async ({ page, stranger }) => {
  test.setTimeout(180_000);
  const [admin, colleague] = [somebody(), { ...somebody(), name: 'Grace Sample' }];
  await becomeAdmin(page, admin);

  const link = await test.step('invite', async () => {
    await follow(page, 'Go on to your work');
    await expectPage(page, 'Your work');
    await expect(navigation(page)).toContainText(`Signed in as ${admin.name}`);
    await navigation(page).getByRole('link', { name: 'People' }).click();
    await expectPage(page, 'People');
    await follow(page, 'Invite somebody');
    await expectPage(page, 'Invite somebody');
    await press(page, 'Send the invitation');
    await expectRefused(page, [
      { input: field(page, 'Email address'), message: 'Enter an email address' },
      { input: field(page, 'Role in the catalogue (optional)'), message: 'Choose at least one role' },
    ]);
    await field(page, 'Email address').fill(colleague.email);
    await field(page, 'Role in the registry (optional)').selectOption({ label: 'Viewer' });
    await press(page, 'Send the invitation');
    await expectServedErrors(page, ['Choose the organisation that they work for']);
    await expectState(page, true);
    await expect(field(page, 'Email address')).toHaveValue(colleague.email);
    await field(page, 'Organisation (optional)').selectOption({ label: 'Fraser Health' });
    await press(page, 'Send the invitation');
    await expectSaid(page, 'The invitation is on its way');
    await expect(rowOf(page, colleague.email)).toContainText('Registry: Viewer');
    await expectState(page);
    return linkTo('/staff/invitation/', await newestMail(colleague.email, /^You are invited/));
  });

  await test.step('accept', async () => {
    await stranger.goto(link);
    await expectPage(stranger, 'You are invited to work on Healthpost');
    await expect(main(stranger)).not.toContainText(colleague.email);
    await fillInvitation(stranger, colleague);
    await field(stranger, 'New password').fill('passwordpassword');
    await press(stranger, 'Accept the invitation');
    await expectServedErrors(stranger, ['This password is easy to guess. Choose another one']);
    await expect(field(stranger, 'Full name')).toHaveValue(colleague.name);
    await field(stranger, 'New password').fill(PASSWORD);
    await press(stranger, 'Accept the invitation');
    await expectPage(stranger, 'Set up a second step');
    await stranger.goto('/staff');
    await expectHeading(stranger, 'Sign in as staff');
    await stranger.goto('/staff/security');
  });

  const factors = await test.step('set up an authenticator', async () => {
    await press(stranger, 'Set up an authenticator app');
    const key = await keyOf(stranger);
    await expect(settingUp(stranger).getByRole('img')).toBeVisible();
    await expectState(stranger);
    await field(stranger, 'Code').fill('12345');
    await press(stranger, 'Finish');
    await expectServedErrors(stranger, ['Enter the 6 numbers that your app shows, or a recovery code of 10 letters and numbers']);
    await expectState(stranger, true);
    await field(stranger, 'Code').fill(codeOf(key));
    await press(stranger, 'Finish');
    await expectPage(stranger, 'How you sign in');
    await expect(stranger.getByRole('alert')).toContainText('Your authenticator app is set up');
    const recovery = await recoveryOf(stranger);
    await follow(stranger, 'Go on to your work');
    await expectPage(stranger, 'Your work');
    await expect(main(stranger)).toContainText('Registry: Viewer');
    await expect(navigation(stranger).getByRole('link', { name: 'People' })).toHaveCount(0);
    return { key, recovery };
  });

  await test.step('get other roles', async () => {
    await page.goto(`/staff/people?text=${encodeURIComponent(colleague.email)}`);
    await expect(main(page).getByRole('heading', { name: '1 person' })).toBeVisible();
    await follow(page, colleague.name);
    await expectPage(page, colleague.name);
    await follow(page, 'Change what they may do');
    await expectPage(page, `What may ${colleague.name} do?`);
    await field(page, 'Role in the registry (optional)').selectOption({ label: 'Administrator' });
    await press(page, 'Save');
    await expectSaid(page, 'What they may do was changed');
    await stranger.reload();
    await expect(navigation(stranger).getByRole('link', { name: 'People' })).toHaveCount(1);
    await newestMail(colleague.email, /^What you may do/);
  });

  await test.step('be suspended, and let in again', async () => {
    await follow(page, 'Suspend');
    await expectPage(page, `Do you want to suspend ${colleague.name}?`);
    await press(page, 'Suspend');
    await expectSaid(page, 'They are suspended');
    await stranger.reload();
    await expectHeading(stranger, 'Sign in as staff');
    await typeStaffPassword(stranger, colleague.email);
    await expectServedErrors(stranger, ['The email address or the password is not right. Check both']);
    await expectState(stranger, true);
    await follow(page, 'Let them in again');
    await expectPage(page, `Do you want to let ${colleague.name} in again?`);
    await press(page, 'Let them in again');
    await expectSaid(page, 'They can sign in again');
    await typeStaffPassword(stranger, colleague.email);
    await typeCode(stranger, codeOf(factors.key, 1));
    await expectHeading(stranger, 'Your work');
  });
});

test('a code is taken once, and a recovery code in its place', async ({ page, stranger }) => {
  test.setTimeout(120_000);
  const person = somebody();
  const { key, recovery } = await becomeAdmin(page, person);
  await page.goto('/staff/people?state=pending');
  await navigation(page).getByRole('button', { name: 'Sign out' }).click();
  await expectPage(page, 'You have signed out');

  await test.step('where somebody was going they come', async () => {
    await page.goto('/staff/people?state=pending');
    await expectPage(page, 'Sign in as staff');
    await field(page, 'Email address').fill(person.email);
    await field(page, 'Password').fill(PASSWORD);
    await press(page, 'Continue');
    await expectPage(page, 'Confirm that it is you');
    await field(page, 'Code').fill('0'.repeat(6));
    await press(page, 'Sign in');
    await expectServedErrors(page, [
      'This code is not right, or was used already. Wait for the next one that your app shows, or enter another recovery code',
    ]);
    await expectState(page, true);
    await expect(field(page, 'Code')).toHaveValue('');
    await typeCode(page, codeOf(key, 1));
    await expectHeading(page, 'People');
    expect(new URL(page.url()).search).toBe('?state=pending');
  });

  await test.step('without the app', async () => {
    await typeStaffPassword(stranger, person.email);
    await typeCode(stranger, (recovery[0] ?? '').toLowerCase());
    await expectHeading(stranger, 'Your work');
    await stranger.goto('/staff/security');
    await expect(main(stranger)).toContainText('You have 9 left.');
    await follow(stranger, 'Make new recovery codes');
    await expectPage(stranger, 'Do you want new recovery codes?');
    await press(stranger, 'Make new recovery codes');
    await expect(stranger.getByRole('alert')).toContainText('You have new recovery codes');
    expect(await recoveryOf(stranger)).not.toContain(recovery[1]);
  });

  await test.step('once more who one is', async () => {
    await page.goto('/staff/confirm?next=/staff/people/invite');
    await expectPage(page, 'Enter your password and a code again');
    await press(page, 'Confirm');
    await expectRefused(page, [{ input: field(page, 'Code'), message: 'Enter the code' }]);
    await field(page, 'Password').fill(PASSWORD);
    await field(page, 'Code').fill((await recoveryOf(stranger))[0] ?? '');
    await press(page, 'Confirm');
    await expectHeading(page, 'Invite somebody');
  });
});

test('an invitation works once', async ({ page, stranger, watch }) => {
  watch.allow(NOT_FOUND);
  const person = somebody();
  const link = await inviteAdmin(person);
  await accept(page, person, link);
  const response = await stranger.goto(link);
  expect(response?.status()).toBe(410);
  await expectPage(stranger, 'This invitation does not work');
  await setUp(page);
});

test.describe('by keyboard alone', () => {
  needsJavaScript();

  test('staff sign in and out', async ({ page }) => {
    test.setTimeout(60_000);
    const person = somebody();
    const { key } = await becomeAdmin(page, person);
    await navigation(page).getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/staff/sign-in');
    await ready(page);
    await tabTo(page, field(page, 'Email address'));
    await page.keyboard.type(person.email);
    await page.keyboard.press('Tab');
    await expect(field(page, 'Password')).toBeFocused();
    await page.keyboard.insertText(PASSWORD);
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Confirm that it is you');
    await tabTo(page, field(page, 'Code'));
    await expect(field(page, 'Code')).toHaveAttribute('autocomplete', 'one-time-code');
    await page.keyboard.insertText(codeOf(key, 1));
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Your work');
    await tabTo(page, navigation(page).getByRole('button', { name: 'Sign out' }));
    await page.keyboard.press('Enter');
    await expectHeading(page, 'You have signed out');
  });
});
