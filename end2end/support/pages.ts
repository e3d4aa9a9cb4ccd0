/** Every page of the service in each of its states, for tests that look at all of them. */

import type { Page } from '@playwright/test';

import { lookingAfterAnAccount } from './account-walk.ts';
import { FLU } from './journey.ts';
import { working } from './staff-walk.ts';
import { formsInError, registering, wayToAnOrder } from './walks.ts';

export interface State {
  name: string;
  /** Goes there as a person would, from the state before it. */
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

/** States that one and the same person sees one after the other. */
export interface Walk {
  name: string;
  /** Each call is somebody new. */
  states: () => State[];
}

function at(name: string, path: string, more: Partial<State> = {}): State {
  return { name, path, open: async (page) => void (await page.goto(path)), ...more };
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
  at('my', '/my'),
  at('register link bad', '/register/resume/x/y', { isMissing: true }),
  at('account sign up', '/account/sign-up'),
  at('account sign in', '/account/sign-in'),
  at('account sign in with password', '/account/sign-in/password'),
  at('account forgotten', '/account/password/forgotten'),
  at('account mailed', '/account/mailed'),
  at('account signed out', '/account/signed-out'),
  at('account closed', '/account/closed'),
  at('list link bad', '/lists/x', { isMissing: true }),
  at('account link bad', '/account/link/x', { isMissing: true }),
  at('staff sign in', '/staff/sign-in'),
  at('staff signed out', '/staff/signed-out'),
  at('staff invitation bad', '/staff/invitation/x', { isMissing: true }),
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

/** So many pages at most are looked at in one go: enough to spare beginnings, few enough to share the work. */
const AT_ONCE = 7;

/** Every state there is, in walks. */
export const WALKS: Walk[] = [
  { name: 'the way to an order', states: wayToAnOrder },
  { name: 'forms in error', states: formsInError },
  { name: 'an account', states: lookingAfterAnAccount },
  { name: 'staff', states: working },
  ...Array.from({ length: Math.ceil(OPEN.length / AT_ONCE) }, (_, at) => {
    const pages = OPEN.slice(at * AT_ONCE, (at + 1) * AT_ONCE);
    return { name: `pages from “${pages[0]?.name ?? ''}”`, states: () => pages };
  }),
];

/** What is weighed and timed besides. */
export const LOADED: Walk[] = [...WALKS, { name: 'the registry', states: registering }];

/** What Chromium says of a page that is not there. */
export const NOT_FOUND = /the server responded with a status of (404|410)/;
