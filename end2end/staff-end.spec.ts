/** Staff are told before they are signed out, in every window, and lose nothing. */

import type { Page } from '@playwright/test';

import { ready } from './support/islands.ts';
import { somebody } from './support/journey.ts';
import { expectPage, field, press } from './support/my.ts';
import { becomeAdmin } from './support/staff.ts';
import { expect, needsJavaScript, test } from './support/test.ts';
import { expectState } from './support/whole.ts';

const told = (page: Page) => page.getByRole('region', { name: 'How long you stay signed in' });
const stay = (page: Page) => told(page).getByRole('button', { name: 'Stay signed in' });
const said = (page: Page) => told(page).getByRole('alert');

/** An administrator on a page whose time is the test's. */
async function atWork(page: Page): Promise<void> {
  await becomeAdmin(page, somebody());
  await page.clock.install();
  await page.goto('/staff/people/invite');
  await expectPage(page, 'Invite somebody');
  await ready(page);
}

test.describe('before staff are signed out', () => {
  needsJavaScript();

  test('they are told, and stay if they like', async ({ page }) => {
    await atWork(page);
    await field(page, 'Email address').fill('ada@example.org');
    await page.clock.fastForward('23:50');
    await expect(told(page)).toBeHidden();
    await page.clock.fastForward('00:20');
    await expect(said(page)).toHaveText(/^You will be signed out within 5 minutes, because you did nothing/);
    await expect(field(page, 'Email address')).toBeFocused();
    await expectState(page);
    await page.clock.fastForward('04:00');
    await expect(said(page)).toHaveText(/within 1 minute/);
    await stay(page).focus();
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('You stay signed in.');
    await expect(stay(page)).toBeHidden();
    await expect(field(page, 'Email address')).toHaveValue('ada@example.org');
    await page.clock.fastForward('00:11');
    await expect(told(page)).toBeHidden();
  });

  test('what they do in one window counts in another', async ({ page }) => {
    await atWork(page);
    await page.clock.fastForward('24:10');
    await expect(stay(page)).toBeVisible();
    const other = await page.context().newPage();
    await other.goto('/staff');
    await expect(told(page)).toBeHidden();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length), 'nothing is stored for it').toBe(0);
    await other.close();
  });

  test('whoever stays away is told that they are out, and keeps what they typed', async ({ page }) => {
    await atWork(page);
    await field(page, 'Email address').fill('ada@example.org');
    await page.clock.fastForward('31:00');
    await expect(said(page)).toHaveText(/^You have been signed out as staff/);
    await expect(stay(page)).toBeHidden();
    await expect(field(page, 'Email address')).toHaveValue('ada@example.org');
    await expectState(page);
  });

  test('whoever is out already learns it when they ask to stay', async ({ page }) => {
    await atWork(page);
    await page.clock.fastForward('24:10');
    const other = await page.context().newPage();
    await other.goto('/staff');
    await press(other, 'Sign out');
    await page.clock.fastForward('24:10');
    await stay(page).click();
    await expect(said(page)).toHaveText(/^You have been signed out as staff/);
    await other.close();
  });
});
