/** Accounts: what several ways have in common. */

import type { Locator, Page } from '@playwright/test';

import { expectHeading, type Person } from './journey.ts';
import { newestMail } from './mail.ts';
import { field, press } from './my.ts';
import { expect } from './test.ts';

/** Words with spaces between them. */
export const PASSWORD = 'several plain words';

/** The two ways in that stand on one page. */
export const byLink = (page: Page): Locator => page.getByRole('region', { name: 'With a link by email' });
export const byPassword = (page: Page): Locator => page.getByRole('region', { name: 'With your password' });

/** The path of the newest link to an account in a message to an address, once it has come; not the one that is known. */
export async function accountLink(email: string, known?: string): Promise<string> {
  let link = '';
  const isNew = async () => {
    const { text } = await newestMail(email, /./);
    link = /https?:\/\/[^/\s]+(\/account\/link\/\S+)/.exec(text)?.[1] ?? '';
    return link !== '' && link !== known;
  };
  await expect.poll(isNew, { message: `a link for ${email}`, timeout: 15_000 }).toBe(true);
  return link;
}

/** Asks for an account, and gives the link that confirms its address. */
export async function askForAccount(page: Page, { name, email }: Person): Promise<string> {
  await page.goto('/account/sign-up');
  await field(page, 'Full name').fill(name);
  await field(page, 'Email address').fill(email);
  await press(page, 'Create my account');
  await expectHeading(page, 'Check your email');
  return accountLink(email);
}

/** Makes an account, as far as the question where somebody works. Gives the link that was used. */
export async function signUp(page: Page, person: Person): Promise<string> {
  const link = await askForAccount(page, person);
  await page.goto(link);
  await press(page, 'Open my account');
  await expectHeading(page, 'Where do you work?');
  return link;
}

/** Sets the first password. */
export async function setPassword(page: Page, password: string): Promise<void> {
  await page.goto('/account/password');
  await field(page, 'New password').fill(password);
  await press(page, 'Save my password');
}

/** Types an address and a password. */
export async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/account/sign-in');
  await field(byPassword(page), 'Email address').fill(email);
  await field(byPassword(page), 'Password').fill(password);
  await press(page, 'Sign in');
}

/** Signs in by a link that was not used before. Gives it. */
export async function signInByLink(page: Page, email: string, used?: string): Promise<string> {
  await page.goto('/account/sign-in');
  await field(byLink(page), 'Email address').fill(email);
  await press(page, 'Email me a link');
  await expectHeading(page, 'Check your email');
  const link = await accountLink(email, used);
  await page.goto(link);
  await expectHeading(page, 'Sign in');
  await press(page, 'Sign in');
  return link;
}
