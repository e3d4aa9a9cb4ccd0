/** Staff: how somebody becomes one, and signs in in two steps. */

import { createHmac, randomBytes } from 'node:crypto';

import type { Locator, Page } from '@playwright/test';

import { PASSWORD } from './account.ts';
import { runs } from './database.ts';
import { expectHeading, type Person } from './journey.ts';
import { field, main, press } from './my.ts';
import { expect } from './test.ts';

/** What somebody signs in with besides a password. */
export interface Factors {
  /** The key of their authenticator, as it is typed. */
  key: string;
  /** Their recovery codes. */
  recovery: string[];
}

/** As the command makes the first administrator: of the catalogue, and of the whole registry. */
const INVITATION = `
  insert into staff_invitations (id, token_hash, email, email_norm, catalogue_role, registry_role, registry_organisation, created_at, expires_at)
  values (gen_random_uuid(), sha256(convert_to(:'token', 'UTF8')), :'email', lower(:'email'), 'admin', 'admin', 'MOH', now(), now() + interval '14 days');
`;

/** Invites an administrator. The path of the link. */
export async function inviteAdmin({ email }: Person): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await runs(INVITATION, { token, email });
  return `/staff/invitation/${token}`;
}

/** Somebody who is staff already, and never signed in. */
const ACCOUNT = `
  insert into accounts (id, email, email_norm, full_name, email_confirmed_at, created_at, updated_at, last_signed_in_at, catalogue_role, registry_role, registry_organisation)
  values (gen_random_uuid(), :'email', lower(:'email'), :'name', now(), now(), now(), now(), 'publisher', 'viewer', 'FHA');
`;

/** Makes somebody staff: a publisher, who reads registrations of an authority as well. */
export async function makeStaff({ name, email }: Person): Promise<void> {
  await runs(ACCOUNT, { name, email });
}

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/**
 * The code that an authenticator shows (RFC 6238). Each is taken once, and one of the next half minute already: `later`
 * steps on, no test waits for it.
 */
export function codeOf(key: string, later = 0): string {
  const bits = [...key.replaceAll(' ', '')].map((sign) => BASE_32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? [];
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS) + later));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
  const from = hash.readUInt8(hash.length - 1) & 15;
  return String((hash.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** The section in which an authenticator is set up. */
export const settingUp = (page: Page): Locator => page.getByRole('region', { name: 'Set up an authenticator app' });

/** Fills in what an invitation asks for. */
export async function fillInvitation(page: Page, { name }: Person): Promise<void> {
  await field(page, 'Full name').fill(name);
  await field(page, 'New password').fill(PASSWORD);
}

/** Accepts an invitation, as far as the second step. */
export async function accept(page: Page, person: Person, link: string): Promise<void> {
  await page.goto(link);
  await fillInvitation(page, person);
  await press(page, 'Accept the invitation');
  await expectHeading(page, 'Set up a second step');
}

/** The key of the authenticator that is being set up. */
export async function keyOf(page: Page): Promise<string> {
  const key = settingUp(page).locator('bdi');
  await expect(key).toHaveText(/^([A-Z2-7]{4} ?)+$/);
  return (await key.textContent()) ?? '';
}

/** The recovery codes that were just made. */
export async function recoveryOf(page: Page): Promise<string[]> {
  const codes = page.getByRole('region', { name: 'Write these recovery codes down now' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  return codes.allTextContents();
}

/** Sets up an authenticator where there is nothing for the second step yet, and is in. */
export async function setUp(page: Page): Promise<Factors> {
  await press(page, 'Set up an authenticator app');
  const key = await keyOf(page);
  await field(page, 'Code').fill(codeOf(key));
  await press(page, 'Finish');
  await expectHeading(page, 'How you sign in');
  return { key, recovery: await recoveryOf(page) };
}

/** Becomes an administrator who is signed in. */
export async function becomeAdmin(page: Page, person: Person): Promise<Factors> {
  await accept(page, person, await inviteAdmin(person));
  return setUp(page);
}

/** Takes the first step of signing in. */
export async function typeStaffPassword(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/staff/sign-in');
  await field(page, 'Email address').fill(email);
  await field(page, 'Password').fill(password);
  await press(page, 'Continue');
}

/** Takes the second one with a code. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await expectHeading(page, 'Confirm that it is you');
  await field(page, 'Code').fill(code);
  await press(page, 'Sign in');
}

/** The row of somebody in the table of people. */
export const rowOf = (page: Page, name: string): Locator => main(page).getByRole('row').filter({ hasText: name });
