/** Signing up to the registry, page by page, as a person would. */

import type { Page } from '@playwright/test';

import { expectHeading, pressContinue } from './journey.ts';
import { expect } from './test.ts';

/** A page of the wizard. */
export interface Step {
  /** Its address below `/register/`. */
  slug: string;
  heading: string;
  /** What it says to nothing at all, in order. */
  missing: string[];
  /** Answers it rightly. */
  fill: (page: Page) => Promise<void>;
}

/** Chooses answers by their labels. */
export const choose = (...answers: string[]) => async (page: Page) => {
  for (const answer of answers) await page.getByLabel(answer, { exact: true }).check();
};

/** Types texts under their labels. */
export const enter = (answers: Record<string, string>) => async (page: Page) => {
  for (const [label, text] of Object.entries(answers)) await page.getByLabel(label, { exact: true }).fill(text);
};

/** A region of the places, as it opens and closes. */
export const region = (page: Page, name: string) => page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });

/** The way of a nurse who would go to a remote community, section by section. */
export const SECTIONS: Record<'Primary' | 'Contact' | 'Credentials' | 'Preferences', Step[]> = {
  Primary: [
    {
      slug: 'name',
      heading: 'What is your name?',
      missing: ['Enter your first name', 'Enter your last name'],
      fill: enter({ 'First name': 'Ada', 'Last name': 'Sample' }),
    },
    {
      slug: 'postal-code',
      heading: 'What is your postal code?',
      missing: ['Enter your postal code'],
      fill: enter({ 'Postal code': 'v8w 9w2' }),
    },
  ],
  Contact: [
    {
      slug: 'phones',
      heading: 'What are your phone numbers?',
      missing: ['Enter your phone number'],
      fill: enter({ 'Phone number': '(250) 555-0142', 'Extension (optional)': '12' }),
    },
    {
      slug: 'email',
      heading: 'What is your email address?',
      missing: ['Enter your email address'],
      fill: enter({ 'Email address': 'ada.sample@example.org' }),
    },
  ],
  Credentials: [
    { slug: 'profession', heading: 'What is your profession?', missing: ['Select your profession'], fill: choose('Nurse') },
    {
      slug: 'specialties',
      heading: 'Which specialties do you work in?',
      missing: ['Select at least one specialty'],
      fill: choose('Registered Nurse'),
    },
    {
      slug: 'subspecialties/RegisteredNurse',
      heading: 'Which areas of Registered Nurse?',
      missing: ['Select at least one subspecialty for Registered Nurse'],
      fill: async (page) => {
        await page.locator('input[name=subspecialties]').first().check();
      },
    },
    {
      slug: 'registration-status',
      heading: 'Are you registered with a college?',
      missing: ['Select your registration status'],
      fill: choose('Registered in good standing'),
    },
    {
      slug: 'registration-number',
      heading: 'What is your registration number?',
      missing: [],
      fill: enter({ 'Registration number (optional)': 'RN 12' }),
    },
    {
      slug: 'employment',
      heading: 'What is your current employment?',
      missing: ['Select your current employment'],
      fill: choose('Employed in the health sector'),
    },
    {
      slug: 'employers',
      heading: 'Where are you employed?',
      missing: ['Select at least one place where you are employed'],
      fill: choose('Fraser Health', 'Private employer'),
    },
  ],
  Preferences: [
    {
      slug: 'anywhere',
      heading: 'Would you go anywhere in British Columbia?',
      missing: ['Select yes if you would go anywhere in British Columbia'],
      fill: choose('No'),
    },
    {
      slug: 'locations',
      heading: 'Where would you go?',
      missing: ['Select at least one place you would go to'],
      fill: async (page) => {
        const remote = region(page, 'First Nations Health Authority');
        if ((await remote.getAttribute('open')) === null) await remote.locator('summary').click();
        await remote.getByLabel('Tahltan (Telegraph Creek)').check();
      },
    },
    {
      slug: 'experience',
      heading: 'Tell us about your experience',
      missing: [
        'Select yes if you have worked with an Indigenous community',
        'Select yes if you have worked in a remote or rural community',
        "Select yes if you have completed San'yas Indigenous cultural safety training",
      ],
      fill: async (page) => {
        for (const question of await page.getByRole('group').all()) await question.getByLabel('Yes').check();
      },
    },
    {
      slug: 'placements',
      heading: 'What kinds of placement would you take?',
      missing: ['Select at least one kind of placement'],
      fill: choose('Home support'),
    },
    {
      slug: 'immunization',
      heading: 'Have you had immunization training in the past 5 years?',
      missing: ['Select yes if you have had immunization training in the past 5 years'],
      fill: choose('Yes'),
    },
    {
      slug: 'duration',
      heading: 'What is the longest you could be deployed?',
      missing: ['Select the longest time you could be deployed'],
      fill: choose('2 weeks'),
    },
    {
      slug: 'hours',
      heading: 'What hours could you work?',
      missing: ['Select full-time, part-time or both'],
      fill: choose('Part-Time'),
    },
    {
      slug: 'deployed-before',
      heading: 'Have you been deployed before?',
      missing: ['Select whether you have been deployed before'],
      fill: choose('Yes'),
    },
    {
      slug: 'last-deployment',
      heading: 'When and with whom?',
      missing: ['Enter the date of your last deployment', 'Select the health authority you were last deployed with'],
      fill: async (page) => {
        await enter({ Day: '27', Month: 'March', Year: '2024' })(page);
        await page.getByLabel('Health authority').selectOption('Fraser Health');
      },
    },
  ],
};

export const STEPS: Step[] = Object.values(SECTIONS).flat();

/** Begins a registration. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/register');
  await page.getByRole('button', { name: 'Start now' }).click();
  await expect(page).toHaveURL(/\/register\/.+$/);
}

/** Answers a page and goes on. */
export async function answer(page: Page, step: Step): Promise<void> {
  await expectHeading(page, step.heading);
  // Some answer all the questions that are there, so all have to be.
  await page.waitForLoadState('domcontentloaded');
  await step.fill(page);
  await pressContinue(page);
  await expect(page).not.toHaveURL(new RegExp(`/register/${step.slug}$`));
}

/** Begins a registration and goes to a page, through those before it in its section. */
export async function goToStep(page: Page, slug: string): Promise<void> {
  await begin(page);
  const section = Object.values(SECTIONS).find((steps) => steps.some((step) => step.slug === slug)) ?? [];
  const at = section.findIndex((step) => step.slug === slug);
  for (const step of section.slice(0, at)) {
    await page.goto(`/register/${step.slug}`);
    await answer(page, step);
  }
  await page.goto(`/register/${slug}`);
  await expect(page).toHaveURL(new RegExp(`/register/${slug}$`));
}
