/** Looking at the pages of the wizard in each of their states. */

import type { Page } from '@playwright/test';

import { expectServedErrors } from './errors.ts';
import { ready } from './islands.ts';
import { expectHeading, pressContinue } from './journey.ts';
import { expectVisibleFocus } from './layout.ts';
import { STEPS, type Step, choose, enter } from './registry.ts';
import { expect } from './test.ts';
import { expectWhole } from './whole.ts';

/** Looks at a page of a section empty, refused and answered, and goes on. */
export async function lookAndAnswer(page: Page, step: Step, section: string): Promise<void> {
  const widths = [320, 1280];
  await expectHeading(page, step.heading);
  await expect(page.getByText(new RegExp(`^Section [1-4] of 5: ${section}$`))).toBeVisible();
  await ready(page);
  await expectWhole(page, widths);
  await expectVisibleFocus(page, 12);
  if (step.missing.length > 0) {
    await pressContinue(page);
    await expect(page).toHaveTitle(`Error: ${step.heading} – Register – Healthpost`);
    await ready(page);
    await expectServedErrors(page, step.missing);
    await expectWhole(page, widths);
  }
  await step.fill(page);
  await expectWhole(page, widths);
  await pressContinue(page);
  await expect(page).not.toHaveURL(new RegExp(`/register/${step.slug}(?:#|$)`));
}

/** The step at an address, answered in another way. */
const otherwise = (slug: string, chosen: string): Step => {
  const step = STEPS.find((step) => step.slug === slug);
  if (!step) throw new Error(`nobody is asked ${slug}`);
  return { ...step, fill: choose(chosen) };
};

/** Pages that `STEPS` does not come by, each with the answers that lead there. */
export const BRANCHES: { reached: Step[]; step: Step }[] = [
  {
    reached: [otherwise('profession', 'Non-clinical')],
    step: {
      slug: 'job-title',
      heading: 'What is your job title?',
      missing: ['Enter your job title'],
      fill: enter({ 'Job title': 'Logistics lead' }),
    },
  },
  {
    reached: [
      otherwise('registration-status', 'Not applicable (my profession does not have a regulatory body)'),
      otherwise('employment', 'Practicum/residency in the health sector'),
    ],
    step: {
      slug: 'employers',
      heading: 'Where is your practicum or residency?',
      missing: ['Select at least one place where you are doing your practicum or residency'],
      fill: choose('Providence Health Care'),
    },
  },
  {
    reached: [otherwise('employment', 'Not currently employed in the health sector')],
    step: {
      slug: 'circumstance',
      heading: 'What best describes you?',
      missing: ['Select what best describes your situation'],
      fill: choose('Student'),
    },
  },
];
