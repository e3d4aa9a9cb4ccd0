/** States that are only reached on a way: to an order, or to what a form says of an answer. */

import type { Page } from '@playwright/test';

import { errorSummary } from './errors.ts';
import { ready } from './islands.ts';
import { FLU, enterCode, expectHeading, fillContact, fillDelivery, placeOrder, pressContinue, somebody } from './journey.ts';
import { newestMail } from './mail.ts';
import type { State } from './pages.ts';
import { BRANCHES } from './registry-looks.ts';
import { STEPS, answer, begin } from './registry.ts';
import { expect } from './test.ts';

async function refused(page: Page): Promise<void> {
  await expect(errorSummary(page)).toBeVisible();
}

const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** A state in which the page refuses what `answer` does on it. */
function refusing(name: string, answer: (page: Page) => Promise<void>, more: Partial<State> = {}): State {
  return {
    name,
    isError: true,
    open: async (page) => {
      await answer(page);
      await refused(page);
    },
    ...more,
  };
}

/** What forms say that one may go to at once, to somebody who answers nothing or wrongly. */
export function formsInError(): State[] {
  return [
    refusing(
      'patterns error',
      async (page) => {
        await page.goto('/patterns');
        await ready(page);
        await pressContinue(page);
      },
      { isDevelopment: true },
    ),
    { name: 'patterns basket', isError: true, isDevelopment: true, open: async (page) => void (await page.goto('/patterns/basket')) },
    refusing('ask for more error', async (page) => {
      await page.goto(`/more/${FLU.code}`);
      await ready(page);
      await page.getByLabel('Month').fill('2');
      await press(page, 'Send my request');
    }),
    refusing('contact us error', async (page) => {
      await page.goto('/contact');
      await page.getByLabel('Message').fill('Where is my order?');
      await press(page, 'Send message');
    }),
    refusing('feedback error', async (page) => {
      await page.goto('/feedback');
      await press(page, 'Send feedback');
    }),
    {
      name: 'register tasks',
      open: async (page) => {
        await begin(page);
        await page.goto('/register/tasks');
      },
    },
  ];
}

/** The way to an order, with every page in error before it is answered, and what can be done with the order. */
export function wayToAnOrder(): State[] {
  const person = somebody();
  let number = '';
  const line = (page: Page) => page.getByLabel(`Copies of ${FLU.title}`);
  const onOrder = (name: string, link: string): State => ({
    name,
    open: async (page) => {
      await page.goto(`/orders/${number}`);
      await page.getByRole('link', { name: link }).click();
      await expect(page).not.toHaveURL(new RegExp(`/orders/${number}$`));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  });
  return [
    refusing('publication error', async (page) => {
      await page.goto(FLU.english);
      await ready(page);
      await page.getByLabel('How many copies').fill('');
      await press(page, 'Add to basket');
    }),
    {
      name: 'basket filled',
      open: async (page) => {
        await page.getByLabel('How many copies').fill('2');
        await press(page, 'Add to basket');
        await expectHeading(page, 'Your basket');
      },
    },
    refusing('basket error', async (page) => {
      await ready(page);
      await line(page).fill('many');
      await press(page, /^Update/);
    }),
    {
      name: 'delivery',
      open: async (page) => {
        await line(page).fill('3');
        await press(page, /^Update/);
        await expect(page.getByText('3 copies in all, free of charge', { exact: true })).toBeVisible();
        await pressContinue(page);
        await expectHeading(page, 'Where should we send it?');
      },
    },
    refusing('delivery error', async (page) => {
      await ready(page);
      await pressContinue(page);
    }),
    {
      name: 'contact',
      open: async (page) => {
        await fillDelivery(page, person);
        await pressContinue(page);
        await expectHeading(page, 'Who is ordering?');
      },
    },
    refusing('contact error', async (page) => {
      await ready(page);
      await pressContinue(page);
    }),
    {
      name: 'code',
      open: async (page) => {
        await fillContact(page, person);
        await pressContinue(page);
        await expectHeading(page, 'Check your email');
      },
    },
    refusing('code error', async (page) => {
      await ready(page);
      await pressContinue(page);
    }),
    { name: 'check', open: async (page) => enterCode(page, person) },
    {
      name: 'confirmation',
      open: async (page) => {
        number = await placeOrder(page);
      },
    },
    onOrder('order change', 'Change the items'),
    refusing('order change error', async (page) => {
      await ready(page);
      await line(page).fill('many');
      await press(page, /^Update/);
    }),
    refusing('order add error', async (page) => {
      await page.goto(`/orders/${number}/change`);
      await page.getByLabel('Product code').fill('NOPE-0000');
      await page.getByLabel('How many copies').fill('1');
      await press(page, 'Add to this order');
    }),
    onOrder('order address', 'Change the address'),
    refusing('track error', async (page) => {
      await page.context().clearCookies();
      await page.goto('/track');
      await ready(page);
      await press(page, 'Find my order');
    }),
    {
      name: 'order tracked',
      open: async (page) => {
        await page.getByLabel('Order number').fill(number);
        await page.getByLabel('Email address').fill(person.email);
        await press(page, 'Find my order');
        await expect(page.getByRole('main').getByText(number).first()).toBeVisible();
      },
    },
    {
      name: 'track link',
      open: async (page) => {
        const { text } = await newestMail(person.email, /^Your order /);
        const link = /https?:\/\/\S+(\/track\/\S+)/.exec(text)?.[1] ?? '';
        await page.context().clearCookies();
        await page.goto(link);
        await expect(page.getByRole('button', { name: 'View my order' })).toBeVisible();
      },
    },
    {
      name: 'order cancel',
      open: async (page) => {
        await press(page, 'View my order');
        await page.getByRole('link', { name: 'Cancel the order' }).click();
        await expect(page.getByRole('button', { name: 'Yes, cancel the order' })).toBeVisible();
      },
    },
    {
      name: 'order cancelled',
      open: async (page) => {
        await press(page, 'Yes, cancel the order');
        await expect(page.getByText('This order was cancelled')).toBeVisible();
      },
    },
  ];
}

/**
 * Every page of the wizard, as a nurse comes by it, and then those that others come by. Their own journeys look at the
 * rest; here they are for what they load.
 */
export function registering(): State[] {
  return [
    ...STEPS.map(({ slug }, at) => ({
      name: `register ${slug}`,
      open: async (page: Page) => {
        const before = STEPS[at - 1];
        if (before) return answer(page, before);
        await begin(page);
        await page.goto(`/register/${slug}`);
      },
    })),
    {
      name: 'register check',
      open: async (page) => {
        for (const last of STEPS.slice(-1)) await answer(page, last);
        await expect(page).toHaveURL(/\/register\/check$/);
      },
    },
    { name: 'register save', open: async (page) => void (await page.goto('/register/save')) },
    ...branching(),
  ];
}

/** The pages that a nurse does not come by, for somebody who has answered all the others. */
function branching(): State[] {
  const branches = BRANCHES.filter(({ step }) => !STEPS.some(({ slug }) => slug === step.slug));
  return branches.map(({ reached, step }, at) => ({
    name: `register ${step.slug}`,
    open: async (page: Page) => {
      const before = branches[at - 1];
      if (before) await answer(page, before.step);
      await page.goto(`/register/${reached[0]?.slug ?? ''}`);
      for (const way of reached) await answer(page, way);
      await expectHeading(page, step.heading);
    },
  }));
}
