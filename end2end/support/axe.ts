/** Automated accessibility rules. */

import AxeBuilder from '@axe-core/playwright';
import type { RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

import { LOOK, type Look, type Place } from './accessibility-report.ts';
import { ORDER_NUMBER } from './journey.ts';
import { expect, hasJavaScript, test } from './test.ts';

/** Links of messages: what stands behind their first part differs from run to run. */
const LINK = /^(\/track|\/my\/link|\/account\/link|\/.+(?=\/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\/))\/.+/;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Asserts that no rule of WCAG 2.2 AA, and none of good practice, is broken. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  const found = hasJavaScript() ? await violations(page) : await violationsOfCopy(page);
  expect(found, `axe finds nothing on ${page.url()}`).toEqual([]);
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

async function violations(page: Page): Promise<string[]> {
  // Selectors are made for what is wrong or doubtful only: for every element that passes, they took most of the time.
  const options: RunOptions = { resultTypes: ['violations', 'incomplete'] };
  const results = await new AxeBuilder({ page }).options(options).setLegacyMode().withTags(TAGS).analyze();
  handOver(page, results);
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html}`));
}

/** Leaves what was asked and found to whoever reports the run. */
function handOver(page: Page, { testEngine, passes, violations, incomplete }: Results): void {
  const { pathname, search } = new URL(page.url());
  const look: Look = {
    axe: testEngine.version,
    tags: TAGS,
    at: `${pathname}${search}`.replace(ORDER_NUMBER, 'order').replace(LINK, '$1/link'),
    passed: passes.map(({ id }) => id),
    violations: places(violations),
    incomplete: places(incomplete),
  };
  test.info().annotations.push({ type: LOOK, description: JSON.stringify(look) });
}

function places(found: Results['violations']): Place[] {
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ rule: id, target: target.join(' ') })));
}

/** The rules are a script. Where scripts are off they look at a copy of the page that has lost its own. */
async function violationsOfCopy(page: Page): Promise<string[]> {
  const html = (await page.content()).replace(/<script\b[^]*?<\/script>/gi, '');
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser');
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() });
  try {
    const copy = await context.newPage();
    await copy.route('**', async (route) =>
      route.request().isNavigationRequest() ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }) : route.continue(),
    );
    await copy.goto(page.url());
    return await violations(copy);
  } finally {
    await context.close();
  }
}
