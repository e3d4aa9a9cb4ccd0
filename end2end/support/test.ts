/** The test that every specification starts from: it also watches what the browser complains about. */

import { randomInt } from 'node:crypto';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** What browsers complained about. A test that leaves complaints behind fails. */
export class Watch {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Listens to everything that happens in a context. */
  async over(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' || /Content Security Policy/i.test(text)) this.complaints.push(`console: ${text} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.complaints.push(`uncaught: ${error.error().message}`));
    context.on('response', (response) => {
      if (response.status() >= 500) this.complaints.push(`status ${response.status()}: ${response.url()}`);
    });
    // Violations that are only reported never reach the console as errors.
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }

  /** A complaint that belongs to the test, such as the status of a page that is not there. */
  allow(complaint: RegExp): void {
    this.allowed.push(complaint);
  }

  /** What is left to complain about. */
  left(): string[] {
    return this.complaints.filter((complaint) => !this.allowed.some((allowed) => allowed.test(complaint)));
  }
}

interface Fixtures {
  watch: Watch;
  /** A context like that of a person who was never here, in the project's own kind of browser. */
  stranger: Page;
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      await watch.over(context);
      await use(watch);
      expect(watch.left(), 'the browser has nothing to complain about').toEqual([]);
    },
    { auto: true },
  ],
  // Each test is a household of its own, as far as the server counts by network; a server that stands behind no proxy
  // does not listen.
  extraHTTPHeaders: async ({}, use) => {
    await use({ 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` });
  },
  stranger: async ({ browser, baseURL, javaScriptEnabled, extraHTTPHeaders, watch }, use) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled, extraHTTPHeaders, locale: 'en-GB' });
    await watch.over(context);
    await use(await context.newPage());
    await context.close();
  },
});

/** Whether this project's pages may run scripts. */
export function hasJavaScript(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Skips a test where it needs scripts. */
export function needsJavaScript(): void {
  test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'is about scripts');
}

export { expect };
