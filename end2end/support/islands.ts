/** When the islands of a page live. */

import type { Page } from '@playwright/test';

import { expect, hasJavaScript } from './test.ts';

/** Forms that islands attend to: their own, and the search form around the live results. */
const FORMS = `[
  ...document.querySelectorAll('leptos-island form'),
  ...(document.querySelector('leptos-island[data-component^=LiveResults]') ? document.querySelectorAll('#search-form') : []),
]`;

/**
 * Waits until a page is whole, and every form of an island listens. Pages work before that, too: the browser then
 * posts by itself. Only tests about what islands do have to wait.
 */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  if (!hasJavaScript()) return;
  const cdp = await page.context().newCDPSession(page);
  try {
    // Of a page that is going nobody can tell.
    await expect.poll(async () => deafForms(cdp).catch(() => -1), { message: 'every island is alive' }).toBe(0);
  } finally {
    await cdp.detach();
  }
}

/** Keeps what is posted to an address on its way until the function is called that this gives. */
export async function held(page: Page, url: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>;

async function deafForms(cdp: Session): Promise<number> {
  const forms = await cdp.send('Runtime.evaluate', { expression: FORMS });
  if (!forms.result.objectId) return -1;
  const { result } = await cdp.send('Runtime.getProperties', { objectId: forms.result.objectId, ownProperties: true });
  let deaf = 0;
  for (const { name, value } of result) {
    if (!/^\d+$/.test(name) || !value?.objectId) continue;
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId: value.objectId });
    if (!listeners.some((listener) => listener.type === 'submit' || listener.type === 'input')) deaf += 1;
  }
  return deaf;
}
