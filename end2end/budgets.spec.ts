/**
 * How much a page weighs and how soon it is there (P-12 and P-13). Weights and times only mean
 * something for a release build: they are measured when HEALTHPOST_BUDGETS=1.
 */

import { appendFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { expect, needsJavaScript, test } from './support/test.ts';
import { LOADED, NOT_FOUND, type State } from './support/pages.ts';

const KB = 1_000;
const BUDGET = { total: 170 * KB, code: 130 * KB, lcp: 1_500, tbt: 100, cls: 0.02 };
/** Lighthouse's slow 4G. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1_638.4 * 1_024) / 8, uploadThroughput: (750 * 1_024) / 8 };
const isMeasured = process.env.HEALTHPOST_BUDGETS === '1';

needsJavaScript();
test.describe.configure({ mode: 'default' });

interface Weight {
  total: number;
  code: number;
  files: string[];
}

interface Times {
  lcp: number;
  tbt: number;
  cls: number;
  /** How many bundles of islands were loaded. */
  bundles: number;
}

/** Loads the page that is open, as somebody who was never here. */
async function firstVisit(page: Page, state: State): Promise<void> {
  await (state.path ? page.goto(state.path, { waitUntil: 'networkidle' }) : page.reload({ waitUntil: 'networkidle' }));
  // Islands wait for an idle moment, and the network may be idle before that.
  const isAlive = page.locator('html[data-islands="alive"]');
  if ((await page.locator('leptos-island').count()) > 0) await isAlive.waitFor({ state: 'attached' });
}

/** A page that can only be reached on the way is opened before anything is measured. */
async function goThere(page: Page, state: State): Promise<void> {
  if (state.path) return;
  await state.open(page);
  // What the way there still loads is not this page's.
  await page.waitForLoadState('networkidle');
}

async function weigh(page: Page, state: State): Promise<Weight> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  const files = new Map<string, { url: string; type: string; bytes: number }>();
  cdp.on('Network.responseReceived', ({ requestId, response }) => files.set(requestId, { url: response.url, type: response.mimeType, bytes: 0 }));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await firstVisit(page, state);
  await cdp.detach();
  const all = [...files.values()].filter(({ url }) => url.startsWith('http'));
  const sum = (some: typeof all) => some.reduce((bytes, file) => bytes + file.bytes, 0);
  return {
    total: sum(all),
    code: sum(all.filter(({ type }) => /javascript|wasm/.test(type))),
    files: all.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`),
  };
}

async function time(page: Page, state: State, isSlow: boolean): Promise<Times> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, fcp: 0, tasks: [] as { start: number; length: number }[] };
    Object.assign(window, { __seen: seen });
    const observe = (type: string, act: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(act)).observe({ type, buffered: true });
    observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime));
    observe('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime;
    });
    observe('longtask', (entry) => seen.tasks.push({ start: entry.startTime, length: entry.duration }));
    observe('layout-shift', (entry) => {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
      if (!shift.hadRecentInput) seen.cls += shift.value;
    });
  });
  if (isSlow) {
    await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await firstVisit(page, state);
  await page.waitForTimeout(500);
  if (isSlow) {
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  const seen = await page.evaluate(
    () => (window as unknown as { __seen: { lcp: number; cls: number; fcp: number; tasks: { start: number; length: number }[] } }).__seen,
  );
  const bundles = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('.wasm')).length);
  await cdp.detach();
  const blocking = seen.tasks.filter(({ start, length }) => start + length > seen.fcp).map(({ length }) => Math.max(0, length - 50));
  return { lcp: seen.lcp, cls: seen.cls, tbt: blocking.reduce((sum, length) => sum + length, 0), bundles };
}

/** The islands of the page that is open. */
async function namesOfIslands(page: Page): Promise<string[]> {
  return page.locator('leptos-island').evaluateAll((all) => all.map((island) => island.getAttribute('data-component') ?? ''));
}

/** The script between browser and WASM that the page names, if it names one. */
async function glue(page: Page): Promise<string> {
  const boot = page.locator('script[data-js]');
  if ((await boot.count()) === 0) return '';
  const answer = await page.request.get((await boot.getAttribute('data-js')) ?? '');
  return answer.text();
}

/** Keeps a figure for the table, where one is asked for. */
function keep(name: string, figures: Record<string, number>): void {
  const file = process.env.HEALTHPOST_BUDGETS_OUT;
  if (!file) return;
  for (const [what, value] of Object.entries(figures)) appendFileSync(file, `${JSON.stringify({ name, what, value })}\n`);
}


/** Does something in each state of each walk that is measured. */
function inEachState(what: string, seconds: number, act: (page: Page, state: State) => Promise<void>): void {
  for (const walk of LOADED) {
    test(`${walk.name}: ${what}`, async ({ page, watch }) => {
      // What only development builds have is not there, or has no islands, in what is measured.
      const states = walk.states().filter(({ isDevelopment }) => !isDevelopment);
      test.setTimeout(seconds * 1_000 * states.length);
      if (states.some(({ isMissing }) => isMissing)) watch.allow(NOT_FOUND);
      for (const state of states) {
        // Errors stand on pages that are measured without them.
        if (state.isError) await state.open(page);
        else await test.step(state.name, async () => act(page, state));
      }
    });
  }
}

inEachState('only pages with islands load them, and nothing jumps', 60, async (page, state) => {
  await goThere(page, state);
  const { cls, bundles } = await time(page, state, false);
  const islands = await namesOfIslands(page);
  expect(bundles, `${state.name}: bundles that are loaded`).toBe(islands.length > 0 ? 1 : 0);
  const held = await glue(page);
  expect(islands.filter((island) => !held.includes(island)), `${state.name}: islands that the bundle of the page does not hold`).toEqual([]);
  expect(cls, state.name).toBeLessThanOrEqual(BUDGET.cls);
});

// Weights and times mean something for a release build only.
if (isMeasured) {
  inEachState('weight', 60, async (page, state) => {
    await goThere(page, state);
    const { total, code, files } = await weigh(page, state);
    keep(state.name, { total: total / KB, code: code / KB });
    console.log(`${state.name}: ${(total / KB).toFixed(1)} KB, of it code ${(code / KB).toFixed(1)} KB`);
    expect.soft(total, files.join('\n')).toBeLessThanOrEqual(BUDGET.total);
    expect.soft(code, files.join('\n')).toBeLessThanOrEqual(BUDGET.code);
  });

  inEachState('times on a slow phone', 90, async (page, state) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await goThere(page, state);
    const { lcp, tbt, cls } = await time(page, state, true);
    keep(state.name, { lcp, tbt, cls });
    console.log(`${state.name}: LCP ${lcp.toFixed(0)} ms, TBT ${tbt.toFixed(0)} ms, CLS ${cls.toFixed(3)}`);
    expect.soft(lcp, state.name).toBeGreaterThan(0);
    expect.soft(lcp, state.name).toBeLessThanOrEqual(BUDGET.lcp);
    expect.soft(tbt, state.name).toBeLessThanOrEqual(BUDGET.tbt);
    expect.soft(cls, state.name).toBeLessThanOrEqual(BUDGET.cls);
  });
}
