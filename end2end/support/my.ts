/** Looking after one's registration: what several ways have in common. */

import type { Locator, Page } from '@playwright/test';

import { expectHeading } from './journey.ts';
import { newestCode } from './mail.ts';
import { expect } from './test.ts';
import { expectState } from './whole.ts';

export const main = (page: Page): Locator => page.getByRole('main');
export const field = (page: Page | Locator, label: string): Locator => page.getByLabel(label, { exact: true });
export const press = async (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const follow = async (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).click();

/** The page has this heading, and is whole in its frame. */
export async function expectPage(page: Page, heading: string): Promise<void> {
  await expectHeading(page, heading);
  await expectState(page);
}

/** One's registration says what was done. */
export async function expectDone(page: Page, words: string): Promise<void> {
  await expectHeading(page, 'Your registration');
  await expect(page.getByRole('alert')).toContainText(words);
}

/** Asks for a code to sign in with. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto('/my');
  await field(page, 'Email address').fill(email);
  await press(page, 'Send me a code');
  await expectHeading(page, 'Check your email');
}

/** Signs in with a code that was not used before. */
export async function signInByCode(page: Page, email: string, used?: string): Promise<void> {
  await askForCode(page, email);
  await field(page, 'Code').fill(await newestCode(email, used));
  await press(page, 'Sign in');
}
