/** What comes later to a registration: another one for its address, and the question whether everything is still right. */

import type { Page } from '@playwright/test';

import { letAYearPass } from './support/database.ts';
import { expectHeading } from './support/journey.ts';
import { linkTo, newestMail } from './support/mail.ts';
import { expectDone, expectPage, follow, main, press, signInByCode } from './support/my.ts';
import { newAddress, register, shortest } from './support/registration.ts';
import { expect, test } from './support/test.ts';

const OTHER_PLACE = 'V5K 0A1';

/** Registers with the same address from another place. Gives the code that it took, if it took one. */
async function registerAgain(page: Page, email: string, used?: string): Promise<string | undefined> {
  const elsewhere = { slug: 'postal-code', typed: { 'Postal code': OTHER_PLACE } };
  const steps = shortest(email).map((step) => (step.slug === elsewhere.slug ? elsewhere : step));
  const code = await register(page, email, steps, used);
  expect(linkTo('/my', await newestMail(email, /^Your registration$/)), 'its owner learns of it').toBe('/my');
  return code ?? used;
}

/** Of what was sent twice, one counts. */
async function choose(own: Page): Promise<void> {
  await expect(own).toHaveURL(/\/my\/which$/);
  await expectPage(own, 'Somebody registered again with your address');
  await expect(main(own)).toContainText(OTHER_PLACE);
  await follow(own, 'Decide later');
  await expectHeading(own, 'Your registration');
  await expect(main(own), 'nothing changes before').toContainText('V8W 9W2');
  await own.goto('/my/which');
  await press(own, 'Use the new answers');
  await expectDone(own, 'Your registration was updated');
  await expect(main(own)).toContainText(OTHER_PLACE);
  await own.goto('/my/which');
  await expect(own, 'nothing is left to choose').toHaveURL(/\/my\/registration$/);
}

/** A year later one press is enough, without a code; the page shows next to nothing. */
async function stillRight(own: Page, page: Page, email: string): Promise<void> {
  /** The day on which the registration was last confirmed, as a number. */
  const confirmed = async () => {
    await own.goto('/my/registration');
    const said = (await main(own).getByText(/^Last confirmed on /).textContent()) ?? '';
    return Date.parse(`${said.replace('Last confirmed on ', '')} UTC`) / (24 * 60 * 60 * 1_000);
  };
  const today = await confirmed();
  await letAYearPass(email);
  const mail = await newestMail(email, /^Are your details still right\?$/);
  expect(mail.text, 'no answers').not.toContain(OTHER_PLACE);
  expect(await confirmed()).toBeLessThan(today - 360);

  const link = linkTo('/still-right/', mail);
  await page.goto(link);
  await expectPage(page, 'Ada, are your details still right?');
  await expect(page, 'without the name').toHaveTitle('Are your details still right? – Register – Healthpost');
  await expect(main(page)).toContainText('Midwife');
  for (const words of [OTHER_PLACE, email, 'Sample']) await expect(main(page)).not.toContainText(words);
  await expect(main(page).getByRole('link', { name: 'Change', exact: true })).toHaveAttribute('href', '/my');
  await follow(page, 'I am no longer interested');
  await expectPage(page, 'Withdraw from the registry');
  await page.goto(link);
  await press(page, 'Yes, still right');
  await expectPage(page, 'Thank you');
  await expect(main(page)).toContainText('Your registration is confirmed and active.');
  expect([today, today + 1], 'a day may end in between').toContain(await confirmed());
}

test('somebody registers again, chooses which answers count, and says a year later that they are still right', async ({ page, stranger: own }) => {
  const email = newAddress();
  const once = await test.step('register', async () => register(page, email, shortest(email)));
  const twice = await test.step('register again elsewhere', async () => registerAgain(own, email, once));
  await test.step('sign in', async () => signInByCode(own, email, twice));
  await test.step('choose', async () => choose(own));
  await test.step('a year later', async () => stillRight(own, page, email));
});
