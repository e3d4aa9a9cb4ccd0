/** Every page of the service in each of its states, for tests that look at all of them. */

import type { Page } from '@playwright/test';

import { errorSummary } from './errors.ts';
import { ready } from './islands.ts';
import { FLU, fillBasket, goToCheck, goToCode, goToContact, goToDelivery, placeOrder, pressContinue, somebody } from './journey.ts';
import { newestMail } from './mail.ts';
import { answer, begin, goToStep, STEPS } from './registry.ts';
import { expect } from './test.ts';

export interface State {
  name: string;
  /** Goes there as a person would. */
  open: (page: Page) => Promise<void>;
  /** Where it is, if one may go there at once. */
  path?: string;
  /** Whether it says that something is wrong. */
  isError?: boolean;
  /** Whether the browser is told that there is no such page. */
  isMissing?: boolean;
  /** Whether only development builds have it. */
  isDevelopment?: boolean;
}

function at(name: string, path: string, more: Partial<State> = {}): State {
  return { name, path, open: async (page) => void (await page.goto(path)), ...more };
}

/** Orders something and follows a link on the order's page. */
async function toOrder(page: Page, link: string): Promise<void> {
  await goToCheck(page, somebody());
  await placeOrder(page);
  await page.getByRole('link', { name: link }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Orders something, and looks for it as somebody who has only its number and address. */
async function toTracked(page: Page): Promise<void> {
  const person = somebody();
  await goToCheck(page, person);
  const number = await placeOrder(page);
  await page.context().clearCookies();
  await page.goto('/track');
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByRole('button', { name: 'Find my order' }).click();
  await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
}

/** Orders something, and opens the link of its confirmation elsewhere. */
async function toTrackLink(page: Page): Promise<void> {
  const person = somebody();
  await goToCheck(page, person);
  await placeOrder(page);
  const { text } = await newestMail(person.email, /^Your order /);
  const link = /https?:\/\/\S+(\/track\/\S+)/.exec(text)?.[1] ?? '';
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByRole('button', { name: 'View my order' })).toBeVisible();
}

async function refused(page: Page): Promise<void> {
  await expect(errorSummary(page)).toBeVisible();
}

/** Pages that one may go to at once. */
export const OPEN: State[] = [
  at('home', '/'),
  at('publications', '/publications'),
  at('publications found', '/publications?q=flu'),
  at('publications nothing', '/publications?q=zzzzzz'),
  at('publications close', '/publications?q=measels'),
  at('publication', FLU.english),
  at('publication arabic', FLU.arabic),
  at('publication pre-order', '/publications/rsv-vaccination-flip-chart'),
  at('publication out of stock', '/publications/childhood-vaccination-envelope-label'),
  at('publication closed', '/publications/covid-19-vaccination-pull-up-banner'),
  at('publication old version', '/publications/flu-vaccination-who-should-have-it?language=en&format=standard&version=1'),
  at('publication withdrawn', '/publications/hepatitis-c-get-tested?language=en&format=easy-read&version=1', { isMissing: true }),
  at('basket empty', '/basket'),
  at('track', '/track'),
  at('publications filtered', '/publications?format=easy-read&available=now&disease=measles'),
  at('publications filters in the way', '/publications?q=flu&language=yi&format=braille'),
  at('ask for more', `/more/${FLU.code}`),
  at('asked for more', '/asked-for-more'),
  at('waiting', '/waiting'),
  at('waiting confirmed', '/waiting/confirmed'),
  at('waiting ended', '/waiting/ended'),
  at('programmes', '/programmes'),
  at('programme', '/programmes/flu-vaccination'),
  at('register', '/register'),
  at('register resume', '/register/resume'),
  at('register resume code', '/register/resume/code'),
  at('register confirmed', '/register/confirmed'),
  at('register discarded', '/register/discarded'),
  at('register link bad', '/register/resume/x/y', { isMissing: true }),
  at('contact us', '/contact'),
  at('contact us sent', '/contact/sent'),
  at('feedback', '/feedback'),
  at('feedback sent', '/feedback/sent'),
  at('about', '/about'),
  at('accessibility', '/accessibility'),
  at('privacy', '/privacy'),
  at('cookies', '/cookies'),
  at('patterns', '/patterns', { isDevelopment: true }),
  at('patterns taken', '/patterns/taken', { isDevelopment: true }),
  at('not found', '/no-such-page', { isMissing: true }),
  at('gone', '/waiting/confirm/x/y', { isMissing: true }),
];

/** Pages on the way to an order, and pages that refuse an answer. */
export const REACHED: State[] = [
  {
    name: 'publication error',
    isError: true,
    open: async (page) => {
      await page.goto(FLU.english);
      await ready(page);
      await page.getByLabel('How many copies').fill('');
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await refused(page);
    },
  },
  {
    name: 'patterns error',
    isError: true,
    isDevelopment: true,
    open: async (page) => {
      await page.goto('/patterns');
      await ready(page);
      await pressContinue(page);
      await refused(page);
    },
  },
  { name: 'basket filled', open: async (page) => fillBasket(page) },
  {
    name: 'basket error',
    isError: true,
    open: async (page) => {
      await fillBasket(page);
      await ready(page);
      await page.getByLabel(`Copies of ${FLU.title}`).fill('many');
      await page.getByRole('button', { name: /^Update/ }).click();
      await refused(page);
    },
  },
  { name: 'delivery', open: async (page) => goToDelivery(page) },
  {
    name: 'delivery error',
    isError: true,
    open: async (page) => {
      await goToDelivery(page);
      await ready(page);
      await pressContinue(page);
      await refused(page);
    },
  },
  { name: 'contact', open: async (page) => goToContact(page, somebody()) },
  {
    name: 'contact error',
    isError: true,
    open: async (page) => {
      await goToContact(page, somebody());
      await ready(page);
      await pressContinue(page);
      await refused(page);
    },
  },
  { name: 'code', open: async (page) => goToCode(page, somebody()) },
  {
    name: 'code error',
    isError: true,
    open: async (page) => {
      await goToCode(page, somebody());
      await ready(page);
      await pressContinue(page);
      await refused(page);
    },
  },
  { name: 'check', open: async (page) => goToCheck(page, somebody()) },
  {
    name: 'confirmation',
    open: async (page) => {
      await goToCheck(page, somebody());
      await placeOrder(page);
    },
  },
  { name: 'order change', open: async (page) => toOrder(page, 'Change the items') },
  {
    name: 'order change error',
    isError: true,
    open: async (page) => {
      await toOrder(page, 'Change the items');
      await ready(page);
      await page.getByLabel(`Copies of ${FLU.title}`).fill('many');
      await page.getByRole('button', { name: /^Update/ }).click();
      await refused(page);
    },
  },
  {
    name: 'order add error',
    isError: true,
    open: async (page) => {
      await toOrder(page, 'Change the items');
      await page.getByLabel('Product code').fill('NOPE-0000');
      await page.getByLabel('How many copies').fill('1');
      await page.getByRole('button', { name: 'Add to this order' }).click();
      await refused(page);
    },
  },
  { name: 'order tracked', open: toTracked },
  { name: 'track link', open: toTrackLink },
  { name: 'patterns basket', isError: true, isDevelopment: true, open: async (page) => void (await page.goto('/patterns/basket')) },
  { name: 'order address', open: async (page) => toOrder(page, 'Change the address') },
  { name: 'order cancel', open: async (page) => toOrder(page, 'Cancel the order') },
  {
    name: 'order cancelled',
    open: async (page) => {
      await toOrder(page, 'Cancel the order');
      await page.getByRole('button', { name: 'Yes, cancel the order' }).click();
      await expect(page.getByText('This order was cancelled')).toBeVisible();
    },
  },
  {
    name: 'ask for more error',
    isError: true,
    open: async (page) => {
      await page.goto(`/more/${FLU.code}`);
      await ready(page);
      await page.getByLabel('Month').fill('2');
      await page.getByRole('button', { name: 'Send my request' }).click();
      await refused(page);
    },
  },
  {
    name: 'contact us error',
    isError: true,
    open: async (page) => {
      await page.goto('/contact');
      await page.getByLabel('Message').fill('Where is my order?');
      await page.getByRole('button', { name: 'Send message' }).click();
      await refused(page);
    },
  },
  {
    name: 'feedback error',
    isError: true,
    open: async (page) => {
      await page.goto('/feedback');
      await page.getByRole('button', { name: 'Send feedback' }).click();
      await refused(page);
    },
  },
  {
    name: 'track error',
    isError: true,
    open: async (page) => {
      await page.goto('/track');
      await ready(page);
      await page.getByRole('button', { name: 'Find my order' }).click();
      await refused(page);
    },
  },
  {
    name: 'register tasks',
    open: async (page) => {
      await begin(page);
      await page.goto('/register/tasks');
    },
  },
];

export const ALL: State[] = [...OPEN, ...REACHED];

/**
 * The pages of the wizard, each behind those before it. They are measured; everything else of them is looked at in
 * registry.spec.ts on one way through.
 */
export const REGISTERING: State[] = [
  ...STEPS.map(({ slug }) => ({ name: `register ${slug}`, open: async (page: Page) => goToStep(page, slug) })),
  {
    name: 'register save',
    open: async (page) => {
      await begin(page);
      await page.goto('/register/save');
    },
  },
  {
    name: 'register check',
    open: async (page) => {
      await begin(page);
      for (const step of STEPS) await answer(page, step);
      await expect(page).toHaveURL(/\/register\/check$/);
    },
  },
];

/** What Chromium says of a page that is not there. */
export const NOT_FOUND = /the server responded with a status of (404|410)/;
