/** How a page says that answers are wrong. */

import type { Locator, Page } from '@playwright/test';

import { expect, hasJavaScript } from './test.ts';

export interface Wrong {
  input: Locator;
  message: string | RegExp;
}

/** The summary at the top of the page. */
export function errorSummary(page: Page): Locator {
  return page.getByRole('alert').filter({ has: page.getByRole('heading', { name: 'There is a problem', exact: true }) });
}

/** Waits until a page has moved to its summary, which its script does last: it would take the focus back from a question. */
async function expectSettled(page: Page, title: RegExp): Promise<void> {
  await expect(page).toHaveTitle(title);
  await page.waitForLoadState('load');
}

/** Asserts that exactly these answers are shown as wrong: in the title, in the summary and at each input. */
export async function expectRefused(page: Page, wrong: Wrong[]): Promise<void> {
  await expectSettled(page, /^Error: .+ – Healthpost$/);
  const summary = errorSummary(page);
  const links = summary.getByRole('link');
  await expect(links).toHaveText(wrong.map(({ message }) => message));
  await expect(summary).toHaveCount(1);
  await expect(page.getByRole('alert')).toHaveCount(1);
  const isFirst = summary.evaluate((alert) => {
    const heading = document.querySelector('h1');
    const main = alert.closest('main');
    return main !== null && heading !== null && (alert.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  expect(await isFirst, 'the summary stands in <main>, above the heading').toBe(true);
  for (const [at, { input, message }] of wrong.entries()) {
    await links.nth(at).click();
    await expect(input).toBeFocused();
    await expect(input).toHaveAccessibleDescription(typeof message === 'string' ? new RegExp(`Error: ${escaped(message)}$`) : message);
    await expectWired(input);
  }
}

/**
 * Asserts that the server drew the page with exactly these errors: in the title, and in a summary that has the focus
 * and leads to each question.
 */
export async function expectServedErrors(page: Page, messages: string[]): Promise<void> {
  await expectSettled(page, /^Error: (?!Error: ).+ – Healthpost$/);
  const links = errorSummary(page).getByRole('link');
  await expect(links).toHaveText(messages);
  const summary = page.locator('[data-error-summary]');
  await expect(summary).toHaveAttribute('tabindex', '-1');
  await expect(summary).toHaveAttribute('autofocus', '');
  if (hasJavaScript()) await expect(summary).toBeFocused();
  for (const link of await links.all()) {
    const id = ((await link.getAttribute('href')) ?? '').slice(1);
    await link.click();
    await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  }
}

/** Asserts that everything `aria-describedby` names is there, the error last and seen, and that an input says it is wrong. */
async function expectWired(input: Locator): Promise<void> {
  const ids = ((await input.getAttribute('aria-describedby')) ?? '').split(/\s+/);
  for (const id of ids) await expect(input.page().locator(`[id="${id}"]`)).toBeVisible();
  expect(ids.at(-1)).toBe(`${await input.getAttribute('id')}-error`);
  await expect(input).toHaveAttribute('aria-invalid', 'true');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
