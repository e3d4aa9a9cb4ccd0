/** What is left of pages on paper: what they say, and nothing to press or to fill in. */

import { FLU } from './support/journey.ts';
import { NOT_FOUND } from './support/pages.ts';
import { expect, test } from './support/test.ts';

const CONTROLS = 'input, select, textarea, button, summary';

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
    await page.emulateMedia({ media: 'print' });
    await expect(controls).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^(Previous|Next|Ask for more)/ }).filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

test('the results of a list are on paper with what narrows them', async ({ page }) => {
  await page.goto('/publications?language=pl&sort=title');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#results .card').first()).toBeVisible();
  await expect(page.locator('#results .chip-link')).toContainText('Polish');
  await expect(page.locator('#results .chip-link span').filter({ visible: true })).toHaveCount(0);
});
