/** Passkeys of staff: set up, used as the second step and to prove anew who one is, and taken away. */

import type { Locator, Page } from '@playwright/test';

import { PASSWORD } from './support/account.ts';
import { expectServedErrors } from './support/errors.ts';
import { expectHeading, somebody, type Person } from './support/journey.ts';
import { expectPage, field, follow, main, press } from './support/my.ts';
import { Device } from './support/passkeys.ts';
import { accept, inviteAdmin, recoveryOf, typeStaffPassword } from './support/staff.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';
import { expectState } from './support/whole.ts';

const status = (page: Page): Locator => main(page).getByRole('status');

/** A passkey in the list of one's own. */
const listed = (page: Page, name: string): Locator => page.getByRole('region', { name: 'Passkeys' }).getByRole('listitem').filter({ hasText: name });

/** Makes a passkey with the device beside the page. */
async function make(page: Page, name: string): Promise<void> {
  await press(page, 'Add a passkey');
  await expectHeading(page, 'Add a passkey');
  await field(page, 'Name of the passkey').fill(name);
  await press(page, 'Make the passkey');
}

/** Takes a passkey away. */
async function remove(page: Page, name: string): Promise<void> {
  await listed(page, name).locator('summary').click();
  await press(page, `Remove this passkey ${name}`);
}

/** Becomes an administrator whose only second step is a passkey. */
async function becomeAdmin(page: Page, person: Person): Promise<Device> {
  const device = await Device.beside(page);
  await accept(page, person, await inviteAdmin(person));
  await make(page, 'Laptop');
  await expectHeading(page, 'How you sign in');
  return device;
}

test('where there are no scripts, or the browser knows no passkeys, the page says so and leads back', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  const person = somebody();
  await accept(page, person, await inviteAdmin(person));
  await press(page, 'Add a passkey');
  const why = hasJavaScript() ? 'This browser knows no passkeys.' : 'Passkeys need JavaScript,';
  await expect(main(page)).toContainText(why);
  await expect(main(page)).toContainText('Set up an authenticator app instead.');
  await expectPage(page, 'Add a passkey');
  await expect(page.getByRole('button', { name: 'Make the passkey' })).toBeHidden();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expectHeading(page, 'Set up a second step');
});

test.describe('with a device', () => {
  needsJavaScript();

  test('a passkey is set up first, and is the second step from then on', async ({ page }) => {
    const person = somebody();
    const device = await Device.beside(page);

    await test.step('set up', async () => {
      await accept(page, person, await inviteAdmin(person));
      await press(page, 'Add a passkey');
      await expectPage(page, 'Add a passkey');
      // Nothing is made before it has a name.
      await press(page, 'Make the passkey');
      await expectServedErrors(page, ['Enter a name for the passkey']);
      await expectState(page, true);
      expect(await device.passkeys()).toBe(0);
      await field(page, 'Name of the passkey').fill('Work laptop');
      await press(page, 'Make the passkey');
      await expectHeading(page, 'How you sign in');
      await expect(page.getByRole('alert')).toContainText('Your passkey is set up');
      await recoveryOf(page);
      await expect(listed(page, 'Work laptop')).toContainText('Not used yet');
      await expectState(page);
    });

    await test.step('sign in', async () => {
      await press(page, 'Sign out');
      await typeStaffPassword(page, person.email);
      await expectPage(page, 'Confirm that it is you');
      await press(page, 'Use a passkey');
      await expectHeading(page, 'Your work');
      await page.goto('/staff/security');
      await expect(listed(page, 'Work laptop')).toContainText('Last used');
    });
  });

  test('whom the device does not recognise is told so, and tries again or enters a code', async ({ page }) => {
    const person = somebody();
    const device = await becomeAdmin(page, person);
    await press(page, 'Sign out');
    await device.recognises(false);
    await page.goto('/staff/people');
    await expect(page).toHaveURL(/\/staff\/sign-in\?next=/);
    await field(page, 'Email address').fill(person.email);
    await field(page, 'Password').fill(PASSWORD);
    await press(page, 'Continue');
    await press(page, 'Use a passkey');
    await expect(status(page)).toHaveText('No passkey was used: you stopped, or it took too long. You can try again.');
    await expectPage(page, 'Use your passkey');
    await follow(page, 'Enter a code instead');
    await expectHeading(page, 'Confirm that it is you');
    await device.recognises(true);
    await press(page, 'Use a passkey');
    // Where they were going.
    await expectHeading(page, 'People');
  });

  test('a passkey proves anew who one is; another one takes its place, and the last one stays', async ({ page }) => {
    const person = somebody();
    const laptop = await becomeAdmin(page, person);

    await test.step('prove', async () => {
      await page.goto('/staff/confirm?next=%2Fstaff%2Fsecurity');
      await press(page, 'Use a passkey');
      await expectHeading(page, 'How you sign in');
    });

    await test.step('the same device has one already', async () => {
      await make(page, 'The same again');
      await expect(status(page)).toHaveText('There is a passkey for your account on this device already.');
      expect(await laptop.passkeys()).toBe(1);
      await page.getByRole('link', { name: 'Back', exact: true }).click();
    });

    await test.step('the last one stays', async () => {
      await remove(page, 'Laptop');
      await expectServedErrors(page, ['This is your only second step. Set up another one before you remove it']);
      await expectState(page, true);
    });

    await test.step('another takes its place', async () => {
      await laptop.leaves();
      const phone = await Device.beside(page);
      await make(page, 'Phone');
      await expectHeading(page, 'How you sign in');
      expect(await phone.passkeys()).toBe(1);
      await remove(page, 'Laptop');
      await expect(page.getByRole('alert')).toContainText('The passkey was removed');
      await expect(listed(page, 'Laptop')).toHaveCount(0);
      await expect(listed(page, 'Phone')).toHaveCount(1);
    });
  });
});
