/** When the islands of a page live. */

import type { Page } from '@playwright/test';

import { expect, hasJavaScript } from './test.ts';

/** Forms that islands attend to: their own, and the search form around the live results. */
const FORMS = `[
  ...document.querySelectorAll('leptos-island form'),
  ...(document.querySelector('leptos-island[data-component^=LiveResults]') ? document.querySelectorAll('#search-form') : []),
]`;

/**
 * Waits until every form of an island listens. Pages work before that, too: the browser then posts by
 * itself. Only tests about what islands do have to wait.
 */
export async function ready(page: Page): Promise<void> {
  if (!hasJavaScript()) return;
  await page.waitForLoadState('load');
  const cdp = await page.context().newCDPSession(page);
  try {
    await expect.poll(async () => deafForms(cdp), { message: 'every island is alive', timeout: 10_000 }).toBe(0);
  } finally {
    await cdp.detach();
  }
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
