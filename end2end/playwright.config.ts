import { defineConfig } from '@playwright/test';

/** Pictures are taken on request only, and what pages load matters where scripts run. */
const ON_REQUEST = process.env.HEALTHPOST_SCREENSHOTS === '1' ? [] : ['screenshots.spec.ts'];

/** Against a server that somebody else started. */
export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  // Bounds for what hangs, not for what is slow: the browsers may share two busy cores with the server and its database.
  // What passes waits for none of them.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  // A test that passes the second time has found something all the same.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.HEALTHPOST_ACCESSIBILITY === '1' ? [['list'], ['./support/accessibility-report.ts']] : 'list',
  use: {
    baseURL: process.env.HEALTHPOST_ORIGIN ?? 'http://localhost:3000',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    // Keeping a trace of everything in case that it fails takes a third of the time.
    trace: process.env.HEALTHPOST_TRACE === '1' ? 'retain-on-failure' : 'off',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Colours are looked at when they rest.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'javascript-on', testIgnore: ON_REQUEST, use: { javaScriptEnabled: true } },
    { name: 'javascript-off', testIgnore: [...ON_REQUEST, 'budgets.spec.ts'], use: { javaScriptEnabled: false } },
    // The whole journey on a phone's screen, under a finger.
    { name: 'narrow', testMatch: ['order.spec.ts', 'registry-send.spec.ts'], use: { javaScriptEnabled: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
