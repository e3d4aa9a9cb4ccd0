/** Registering by the shortest way there is, and what belongs to sending. */

import { randomInt, randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import { expectHeading, pressContinue } from './journey.ts';
import { newestCode } from './mail.ts';
import { begin } from './registry.ts';
import { expect, hasJavaScript } from './test.ts';
import { expectWhole } from './whole.ts';

/** A page of the shortest way: what is typed there under which label, and what is chosen at each of its questions. */
export interface ShortStep {
  /** Its address below `/register/`. */
  slug: string;
  typed?: Record<string, string>;
  chosen?: string;
}

/** An address nobody registered with: registrations are counted by address, so none may come twice. */
export const newAddress = (first = 'ada') => `${first}.${randomUUID().slice(0, 13)}@example.org`;

/** The telephone number of a registration by the shortest way. */
export const PHONE = '250 555 0142';

/** The shortest way: that of a retired midwife who goes anywhere. Nobody else has the name, so nobody registered twice. */
export function shortest(email: string): ShortStep[] {
  return [
    { slug: 'name', typed: { 'First name': 'Ada', 'Last name': `Sample ${randomInt(1, 100_000_000)}` } },
    { slug: 'postal-code', typed: { 'Postal code': 'V8W 9W2' } },
    { slug: 'phones', typed: { 'Phone number': PHONE } },
    { slug: 'email', typed: { 'Email address': email } },
    { slug: 'profession', chosen: 'Midwife' },
    { slug: 'registration-status', chosen: 'Unregistered' },
    { slug: 'employment', chosen: 'Not currently employed in the health sector' },
    { slug: 'circumstance', chosen: 'Retired' },
    { slug: 'anywhere', chosen: 'Yes' },
    { slug: 'experience', chosen: 'Yes' },
    { slug: 'placements', chosen: 'Anywhere needed' },
    { slug: 'immunization', chosen: 'No' },
    { slug: 'duration', chosen: '1 week' },
    { slug: 'hours', chosen: 'Full-Time' },
    { slug: 'deployed-before', chosen: 'No/Unsure' },
  ];
}

/** Answers pages one after the other, each reached by the one before. */
export async function answerAll(page: Page, steps: ShortStep[]): Promise<void> {
  for (const { slug, typed = {}, chosen } of steps) {
    await expect(page).toHaveURL(new RegExp(`/register/${slug}$`));
    await page.waitForLoadState('domcontentloaded');
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label, { exact: true }).fill(text);
    if (chosen) for (const choice of await page.getByLabel(chosen, { exact: true }).all()) await choice.check();
    await pressContinue(page);
  }
}

/** Waits until the automatic check of a browser with scripts is done. */
export async function expectSolved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: 'The check is done. You can send your registration.' })).toBeVisible();
  await expect(page.locator('input[name=human_check]')).toHaveValue(/^[\w-]+\.\d+\.\d+\.\d+\.[\w-]+$/);
}

/**
 * Passes the automatic check: a script does, or a code stands for it that was not used before. Gives the code, if it
 * took one.
 */
export async function passCheck(page: Page, email: string, used?: string): Promise<string | undefined> {
  if (hasJavaScript()) {
    await expectSolved(page);
    return undefined;
  }
  await page.getByRole('button', { name: 'Send me an email code instead', exact: true }).click();
  await expectHeading(page, 'Check your email');
  await expectWhole(page);
  const code = await newestCode(email, used);
  await page.getByLabel('Code', { exact: true }).fill(code);
  await pressContinue(page);
  await expectHeading(page, 'Check your answers');
  return code;
}

/** Certifies and sends what is checked, and reads the number of the registration. */
export async function certifyAndSend(page: Page): Promise<string> {
  await page.getByLabel(/^I am the person named/).check();
  await page.getByRole('button', { name: 'Send registration', exact: true }).click();
  await expectHeading(page, 'Registration sent');
  await expect(page).toHaveURL(/\/register\/done$/);
  return (await page.locator('#confirmation').textContent()) ?? '';
}

/** Registers by these pages, from the first to the last. Gives the code that stood for the automatic check, if one did. */
export async function register(page: Page, email: string, steps: ShortStep[], used?: string): Promise<string | undefined> {
  await begin(page);
  await page.goto('/register/name');
  await answerAll(page, steps);
  await expectHeading(page, 'Check your answers');
  const code = await passCheck(page, email, used);
  await certifyAndSend(page);
  return code;
}
