/** What is left of pages on paper: what they say, and nothing to press or to fill in. */

import type { Locator } from '@playwright/test';

import { FLU } from './support/journey.ts';
import { CONTROLS, expectOnPaper } from './support/layout.ts';
import { NOT_FOUND } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const PAGES: [name: string, path: string][] = [
  ['a list', '/publications?size=10&sort=title'],
  ['a publication', FLU.english],
  ['a publication that one can wait for', '/publications/childhood-vaccination-envelope-label'],
  ['a page that is not there', '/no-such-page'],
];

for (const [name, path] of PAGES) {
  test(`${name} has no controls on paper`, async ({ page, watch }) => {
    watch.allow(NOT_FOUND);
    await page.goto(path);
    const controls = page.locator(CONTROLS).filter({ visible: true });
    expect(await controls.count(), 'there are some on a screen').toBeGreaterThan(0);
    await expectOnPaper(page);
    await expect(page.getByRole('link', { name: /^(Previous|Next|Ask for more)/ }).filter({ visible: true })).toHaveCount(0);
  });
}

test('the results of a list are on paper with what narrows them', async ({ page }) => {
  await page.goto('/publications?language=pl&sort=title');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#results .card').first()).toBeVisible();
  await expect(page.locator('#results .chip-link')).toContainText('Polish');
  await expect(page.locator('#results .chip-link span').filter({ visible: true })).toHaveCount(0);
});

/** What paper shows behind a link. */
const spelt = (link: Locator): Promise<string> => link.evaluate((element) => getComputedStyle(element, '::after').content);

test('links of lists and publications are spelt out, those of files are not', async ({ page }) => {
  await page.goto('/publications?size=10&sort=title');
  const main = page.getByRole('main');
  const title = main.locator('#results .card h3 a').first();
  const address = (await title.getAttribute('href')) ?? '';
  expect(address).toMatch(/^\/publications\/./);
  expect(await spelt(title), 'nothing stands behind it on a screen').toBe('none');
  await page.emulateMedia({ media: 'print' });
  expect(await spelt(title)).toContain(address);
  await page.goto(FLU.english);
  const programme = main.locator('a.link[href^="/programmes/"]').first();
  expect(await spelt(programme)).toContain('/programmes/flu-vaccination');
  expect(await spelt(main.getByRole('link', { name: 'Read the related guidance' }))).toContain('https://example.org/guidance/');
  for (const file of await main.locator('a[download]').all()) expect(await spelt(file), 'its link ends').toBe('none');
  expect(await main.locator('a[download]').count()).toBeGreaterThan(0);
});
