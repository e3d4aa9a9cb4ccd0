/** Every page of staff in each of its states, as an administrator comes by them. */

import type { Page } from '@playwright/test';

import { own, refused } from './account-walk.ts';
import { errorSummary } from './errors.ts';
import { expectHeading, somebody } from './journey.ts';
import { field, follow, press } from './my.ts';
import type { State } from './pages.ts';
import { codeOf, fillInvitation, inviteAdmin, keyOf, makeStaff, rowOf, typeCode, typeStaffPassword } from './staff.ts';
import { expect } from './test.ts';

/** A page that a link of the page at hand leads to. */
function followed(name: string, link: string, heading: string | RegExp): State {
  return {
    name,
    open: async (page) => {
      await follow(page, link);
      await expectHeading(page, heading);
    },
  };
}

/** A page that is left again. */
function back(name: string, heading: string | RegExp): State {
  return {
    name,
    open: async (page) => {
      await page.getByRole('link', { name: 'Back', exact: true }).click();
      await expectHeading(page, heading);
    },
  };
}

export function working(): State[] {
  const [admin, other] = [somebody(), { ...somebody(), name: 'Grace Sample' }];
  let key = '';
  const invite = async (page: Page) => {
    await field(page, 'Email address').fill(other.email);
    await field(page, 'Role in the catalogue (optional)').selectOption({ label: 'Publisher' });
    await press(page, 'Send the invitation');
    await expectHeading(page, 'People');
  };
  return [
    {
      name: 'staff invitation',
      open: async (page) => {
        await page.goto(await inviteAdmin(admin));
        await expectHeading(page, 'You are invited to work on Healthpost');
      },
    },
    refused('staff invitation error', 'Accept the invitation'),
    {
      name: 'staff second step',
      open: async (page) => {
        await fillInvitation(page, admin);
        await press(page, 'Accept the invitation');
        await expectHeading(page, 'Set up a second step');
      },
    },
    {
      name: 'staff authenticator',
      open: async (page) => {
        await press(page, 'Set up an authenticator app');
        key = await keyOf(page);
      },
    },
    refused('staff authenticator error', 'Finish'),
    {
      name: 'staff recovery codes',
      open: async (page) => {
        await field(page, 'Code').fill(codeOf(key));
        await press(page, 'Finish');
        await expectHeading(page, 'How you sign in');
      },
    },
    own('staff renew recovery codes', '/staff/security/recovery-codes', 'Do you want new recovery codes?'),
    own('staff remove authenticator', '/staff/security/authenticator', 'Do you want to remove your authenticator app?'),
    own('staff add passkey', '/staff/security/passkey', 'Add a passkey'),
    own('staff work', '/staff', 'Your work'),
    own('staff people', '/staff/people', 'People'),
    own('staff people none', '/staff/people?text=zzzzzz', 'People'),
    own('staff invite', '/staff/people/invite', 'Invite somebody'),
    refused('staff invite error', 'Send the invitation'),
    { name: 'staff people invited', open: invite },
    {
      name: 'staff cancel invitation',
      open: async (page) => {
        await rowOf(page, other.email).getByRole('link', { name: /^Cancel/ }).click();
        await expectHeading(page, 'Do you want to cancel this invitation?');
      },
    },
    {
      name: 'staff invitation cancelled',
      open: async (page) => {
        await press(page, 'Cancel the invitation');
        await expect(page.getByRole('alert')).toContainText('The invitation was cancelled');
      },
    },
    {
      name: 'staff yourself',
      open: async (page) => {
        await page.goto(`/staff/people?text=${encodeURIComponent(admin.email)}`);
        await follow(page, admin.name);
        await expectHeading(page, admin.name);
      },
    },
    {
      name: 'staff member',
      open: async (page) => {
        await makeStaff(other);
        await page.goto(`/staff/people?text=${encodeURIComponent(other.email)}`);
        await follow(page, other.name);
        await expectHeading(page, other.name);
      },
    },
    followed('staff roles', 'Change what they may do', /^What may Grace Sample do\?$/),
    {
      name: 'staff roles error',
      isError: true,
      open: async (page) => {
        await field(page, 'Organisation (optional)').selectOption({ label: 'None' });
        await press(page, 'Save');
        await expect(errorSummary(page)).toBeVisible();
      },
    },
    back('staff member again', other.name),
    followed('staff reset', 'Reset how they sign in', /^Do you want to reset how Grace Sample signs in\?$/),
    back('staff member after reset', other.name),
    followed('staff suspend', 'Suspend', /^Do you want to suspend Grace Sample\?$/),
    {
      name: 'staff suspended',
      open: async (page) => {
        await press(page, 'Suspend');
        await expect(page.getByRole('alert')).toContainText('They are suspended');
      },
    },
    followed('staff reactivate', 'Let them in again', /^Do you want to let Grace Sample in again\?$/),
    own('staff confirm', '/staff/confirm', 'Enter your password and a code again'),
    refused('staff confirm error', 'Confirm'),
    refused('staff sign in error', 'Continue', async (page) => {
      await press(page, 'Sign out');
      await typeStaffPassword(page, admin.email, 'not the right one');
    }),
    {
      name: 'staff code',
      open: async (page) => {
        await typeStaffPassword(page, admin.email);
        await expectHeading(page, 'Confirm that it is you');
      },
    },
    refused('staff code error', 'Sign in'),
    {
      name: 'staff work again',
      open: async (page) => {
        await typeCode(page, codeOf(key, 1));
        await expectHeading(page, 'Your work');
      },
    },
  ];
}
