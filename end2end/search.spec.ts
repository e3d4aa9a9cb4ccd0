/** Finding publications: words, codes, typing errors, facets, pages, and results while one types. */

import type { Locator, Page } from '@playwright/test';

import { ready } from './support/islands.ts';
import { FLU, expectHeading } from './support/journey.ts';
import { expect, hasJavaScript, needsJavaScript, test } from './support/test.ts';

/** Publications of the sample catalogue that have a live edition. */
const ALL = 87;

const results = (page: Page) => page.locator('#results');
const box = (page: Page) => page.getByLabel('Search publications');
const titles = (page: Page) => results(page).getByRole('listitem').getByRole('heading', { level: 3 });
const count = (page: Page) => results(page).getByRole('heading', { level: 2, name: /publications?$/ });

function words(total: number): string {
  return total === 0 ? 'No publications' : total === 1 ? '1 publication' : `${total} publications`;
}

async function total(page: Page): Promise<number> {
  const text = (await count(page).innerText()).trim();
  return text.startsWith('No ') ? 0 : Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

/** A check box of a facet, wherever it hides. */
async function option(page: Page, facet: string, name: string): Promise<Locator> {
  const checkbox = page.locator('#search-form').getByRole('group', { name: facet }).getByLabel(new RegExp(`^${name} \\(\\d+\\)$`));
  await expect(checkbox).toHaveCount(1);
  await unfold(checkbox);
  return checkbox;
}

/** Filters may be folded away; opening them works without scripts. */
async function unfold(inside: Locator): Promise<void> {
  for (const fold of await inside.locator('xpath=ancestor::details[not(@open)]').all()) {
    const summary = fold.locator('> summary');
    if (await summary.isVisible()) await summary.click();
  }
}

async function countOf(checkbox: Locator): Promise<number> {
  const label = await checkbox.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
  return Number(/\((\d+)\)/.exec(label)?.[1]);
}

test.describe('words', () => {
  test('better words lead past filters that stand in their way', async ({ page }) => {
    await page.goto('/publications?q=measels&type=sticker&language=yi');
    await page.getByRole('main').locator('a[href*="q=measles"]').first().click();
    await expect(page).toHaveURL(/[?&]q=measles(&|$)/);
    expect(await total(page)).toBeGreaterThan(0);
  });

  test('a typing error leads to close matches and better words', async ({ page }) => {
    const response = await page.goto('/publications?q=measels');
    expect(response?.status()).toBe(200);
    await expect(page.getByText('No exact matches. Showing close matches')).toBeVisible();
    await expect(titles(page).filter({ hasText: 'Measles' }).first()).toBeVisible();
    await expect(page.getByText('Did you mean')).toBeVisible();
    const suggestion = page.getByRole('main').locator('a[href*="q=measles"]').first();
    await suggestion.click();
    await expect(page).toHaveURL(/[?&]q=measles(&|$)/);
    await expect(page.getByText('No exact matches. Showing close matches')).toHaveCount(0);
    expect(await total(page)).toBeGreaterThan(0);
    await expect(titles(page).filter({ hasText: 'Measles' }).first()).toBeVisible();
  });

  test('accents do not matter', async ({ page }) => {
    await page.goto('/publications?q=Sante');
    await expect(page.getByText('No exact matches. Showing close matches')).toHaveCount(0);
    const plain = await total(page);
    expect(plain).toBeGreaterThanOrEqual(20);
    await page.goto('/publications?q=Sant%C3%A9');
    expect(await total(page)).toBe(plain);
    await page.goto('/publications?q=Sante&language=fr');
    await expect(titles(page).first()).toContainText('Santé');
    expect(await titles(page).filter({ hasText: /santé/i }).count()).toBeGreaterThanOrEqual(10);
  });

  test('a code is found in any spelling', async ({ page }) => {
    for (const code of ['flu 0017-pl', 'FLU-0017-PL-01', 'flu0017pl01']) {
      await page.goto(`/publications?q=${encodeURIComponent(code)}`);
      await expect(titles(page).first().getByRole('link')).toHaveAttribute('href', new RegExp(`^${FLU.path}([?]|$)`));
    }
  });

  test('nothing fits', async ({ page }) => {
    const response = await page.goto('/publications?q=xyzzyqqq');
    expect(response?.status()).toBe(200);
    await expect(page.getByText('Nothing fits this search')).toBeVisible();
    await expect(page.getByText('Check the spelling, use fewer words, or remove a filter.')).toBeVisible();
    await expect(titles(page)).toHaveCount(0);
    await expect(box(page)).toHaveValue('xyzzyqqq');
  });

  test('phrases and excluded words', async ({ page }) => {
    await page.goto('/publications?q=measles');
    const all = await total(page);
    await page.goto(`/publications?q=${encodeURIComponent('measles -poster')}`);
    expect(await total(page)).toBeLessThan(all);
    await page.goto(`/publications?q=${encodeURIComponent('"leaflet for parents" flu')}`);
    await expect(titles(page).filter({ hasText: FLU.title })).toHaveCount(1);
  });

  test('the title says what was searched', async ({ page }) => {
    await page.goto('/publications');
    await expect(page).toHaveTitle('Publications (page 1 of 5) – Healthpost');
    await page.goto('/publications?q=rsv');
    await expect(page).toHaveTitle('Publications for “rsv” – Healthpost');
  });
});

test.describe('odd input', () => {
  const ODD: [string, string][] = [
    ['200 characters', 'a'.repeat(200)],
    ['too many characters', 'flu '.repeat(500)],
    ['emoji', '💉👩🏽‍⚕️ flu'],
    ['SQL', "'; drop table publications; --"],
    ['a tsquery', "flu & | ! :* <-> '('"],
    ['wild cards', '%_\\%'],
    ['markup', '"><script>alert(1)</script>'],
    ['right to left', 'التطعيم ضد الإنفلونزا'],
    ['direction marks', '\u202eflu\u2066'],
    ['a zero byte', 'flu\0x'],
    ['an open quote', '"flu'],
    ['only signs', '- "" -- *'],
  ];

  test('is searched for like any other', async ({ page }) => {
    for (const [name, typed] of ODD) {
      const response = await page.goto(`/publications?q=${encodeURIComponent(typed)}`);
      expect(response?.status(), name).toBe(200);
      await expect(page.getByRole('heading', { level: 1 }), name).toHaveCount(1);
      await expect(box(page), name).toBeVisible();
    }
  });

  test('right to left finds the Arabic leaflet and is given back', async ({ page }) => {
    await page.goto(`/publications?q=${encodeURIComponent('الإنفلونزا')}`);
    await expect(box(page)).toHaveValue('الإنفلونزا');
    await expect(results(page).locator(`a[href^="${FLU.path}"]`).first()).toBeVisible();
  });

  test('unknown parameters, values and cursors are dropped', async ({ page }) => {
    for (const query of ['sort=evil', 'size=7', 'language=%00', 'format=nonsense', 'after=nonsense', 'before=AAAA', 'q=flu&q=rsv', 'x=%ff']) {
      const response = await page.goto(`/publications?${query}`);
      expect(response?.status(), query).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
  });
});

test.describe('facets', () => {
  test('narrow the list and can be taken back', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    expect(await total(page)).toBe(ALL);
    const polish = await option(page, 'Language', 'Polish');
    const promised = await countOf(polish);
    await polish.check();
    // With scripts the list follows at once; the button works either way.
    if (hasJavaScript()) await expect(count(page)).toHaveText(words(promised));
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/[?&]language=pl(&|$)/);
    await expect(count(page)).toHaveText(words(promised));
    await expect(await option(page, 'Language', 'Polish')).toBeChecked();
    await page.getByRole('link', { name: 'Remove filter Polish' }).click();
    await expect(page).toHaveURL(/\/publications$/);
    await expect(count(page)).toHaveText(words(ALL));
    await expect(await option(page, 'Language', 'Polish')).not.toBeChecked();
  });

  test('add up within a facet and narrow across facets', async ({ page }) => {
    await page.goto('/publications?language=pl');
    const polish = await total(page);
    await page.goto('/publications?language=pl&language=fr');
    expect(await total(page)).toBeGreaterThan(polish);
    // One and the same edition has to be Polish and easy read: only the flu leaflet has one.
    await page.goto('/publications?format=easy-read&language=pl');
    await expect(count(page)).toHaveText(words(1));
    await page.getByRole('link', { name: 'Clear all filters' }).click();
    await expect(count(page)).toHaveText(words(ALL));
  });

  test('fold more than ten values away, and unfold them without scripts', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    const languages = page.locator('#facet-language');
    await unfold(languages.locator('fieldset'));
    await expect(languages.locator('.checkbox:visible')).toHaveCount(6);
    await expect(page.getByLabel('Find in language')).toBeVisible({ visible: hasJavaScript() });
    const last = languages.getByRole('checkbox', { includeHidden: true }).last();
    await expect(last).toBeHidden();
    await languages.getByText(/^Show all \d+$/).click();
    const tag = await last.inputValue();
    await last.check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(new RegExp(`[?&]language=${tag}(&|$)`));
    // A short list is whole, and nothing in it needs to be looked for.
    const access = page.locator('#facet-access');
    await unfold(access.locator('fieldset'));
    await expect(access.locator('details, [data-facet-find]')).toHaveCount(0);
  });

  for (const words of ['', 'flu']) {
    test(`promise what they give${words ? ` with “${words}”` : ''}`, async ({ page }) => {
      await page.goto(`/publications${words ? `?q=${words}` : ''}`);
      const promises = await page.locator('#search-form input[type=checkbox]').evaluateAll((inputs) =>
        (inputs as HTMLInputElement[]).map((input) => ({
          name: input.name,
          value: input.value,
          promised: Number(/\((\d+)\)/.exec(input.labels?.[0]?.textContent ?? '')?.[1]),
        })),
      );
      const names = ['access', 'audience', 'available', 'disease', 'format', 'language', 'programme', 'setting', 'type', 'vaccination'];
      expect([...new Set(promises.map(({ name }) => name))].sort()).toEqual([...names].sort());
      // The largest and the smallest value of each facet.
      const asked = names.flatMap((name) => {
        const all = promises.filter((promise) => promise.name === name).sort((a, b) => b.promised - a.promised);
        return [all.at(0), all.at(-1)].filter((promise) => promise !== undefined);
      });
      for (const { name, value, promised } of asked) {
        const query = new URLSearchParams({ ...(words ? { q: words } : {}), [name]: value });
        await page.goto(`/publications?${query.toString()}`);
        expect(await total(page), `${name} ${value}`).toBe(promised);
      }
    });
  }
});

test.describe('the address is the state', () => {
  const STATE = '/publications?language=pl&q=vaccine&size=10&sort=title';

  async function look(page: Page) {
    return {
      words: await box(page).inputValue(),
      isPolish: await (await option(page, 'Language', 'Polish')).isChecked(),
      sort: await page.getByLabel('Sort by').inputValue(),
      total: await total(page),
      titles: await titles(page).allInnerTexts(),
      title: await page.title(),
    };
  }

  test('reloading keeps everything', async ({ page }) => {
    await page.goto(STATE);
    const before = await look(page);
    expect(before).toMatchObject({ words: 'vaccine', isPolish: true, sort: 'title' });
    expect(before.total).toBeGreaterThan(1);
    await page.reload();
    expect(await look(page)).toEqual(before);
  });

  test('going back keeps everything', async ({ page }) => {
    await page.goto(STATE);
    const before = await look(page);
    await titles(page).first().getByRole('link').click();
    await expect(page).toHaveURL(/\/publications\/[a-z]/);
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`${STATE.replaceAll('?', '\\?')}$`));
    expect(await look(page)).toEqual(before);
  });

  test('sorting by title sorts by title', async ({ page }) => {
    await page.goto('/publications?sort=title&size=50');
    const shown = await titles(page).allInnerTexts();
    const folded = shown.map((title) => title.trim().toLowerCase());
    expect(folded.length).toBe(50);
    expect(folded[0]! <= folded.at(-1)!).toBe(true);
    expect(new Set(folded.map((title) => title[0])).size).toBeGreaterThan(3);
  });
});

test.describe('pages of results', () => {
  const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages of results' });

  test('go forth and back', async ({ page }) => {
    await page.goto('/publications?size=10');
    await expect(page.getByText('Results 1 to 10 of 87')).toBeVisible();
    await expect(page).toHaveTitle('Publications (page 1 of 9) – Healthpost');
    await expect(pages(page).getByRole('link', { name: 'Previous' })).toHaveCount(0);
    const first = await titles(page).allInnerTexts();
    await pages(page).getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText('Results 11 to 20 of 87')).toBeVisible();
    await expect(page).toHaveTitle('Publications (page 2 of 9) – Healthpost');
    await expect(page).toHaveURL(/[?&]size=10(&|$)/);
    await page.reload();
    await expect(page.getByText('Results 11 to 20 of 87')).toBeVisible();
    await pages(page).getByRole('link', { name: 'Previous' }).click();
    await expect(page.getByText('Results 1 to 10 of 87')).toBeVisible();
    await expect.poll(async () => titles(page).allInnerTexts()).toEqual(first);
    await expect(pages(page).getByRole('link', { name: 'Previous' })).toHaveCount(0);
  });

  test('show every publication once', async ({ page }) => {
    await page.goto('/publications?size=20');
    const seen: string[] = [];
    for (let number = 1; number <= 5; number += 1) {
      await expect(page).toHaveTitle(`Publications (page ${number} of 5) – Healthpost`);
      // The title comes before the list.
      await page.waitForLoadState('domcontentloaded');
      seen.push(...(await titles(page).getByRole('link').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))));
      if (number < 5) await pages(page).getByRole('link', { name: 'Next' }).click();
    }
    await expect(pages(page).getByRole('link', { name: 'Next' })).toHaveCount(0);
    expect(seen.length).toBe(ALL);
    expect(new Set(seen).size).toBe(ALL);
  });

  test('are not shown when there is one', async ({ page }) => {
    await page.goto('/publications?q=shingles');
    expect(await total(page)).toBeLessThan(20);
    await expect(pages(page)).toHaveCount(0);
  });

  test('begin again when a filter changes', async ({ page }) => {
    await page.goto('/publications?size=10');
    await pages(page).getByRole('link', { name: 'Next' }).click();
    await expect(page.getByText('Results 11 to 20 of 87')).toBeVisible();
    await ready(page);
    await (await option(page, 'Language', 'French')).check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/language=fr/);
    await expect(page).not.toHaveURL(/after=|before=/);
    await expect(page, 'pages stay as long as they were').toHaveURL(/[?&]size=10(&|$)/);
    await expect(page.getByText(/^Results 1 to /)).toBeVisible();
  });
});

test.describe('results while one types', () => {
  needsJavaScript();

  test('the feed follows, and leaving the box asks for nothing again', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    const feeds = page.locator('head link[type="application/atom+xml"]');
    await expect(feeds).toHaveAttribute('href', '/publications.atom');
    await box(page).fill('shingles');
    await expect(page).toHaveURL(/[?&]q=shingles(&|$)/);
    await expect(feeds).toHaveCount(1);
    await expect(feeds).toHaveAttribute('href', '/publications.atom?q=shingles');
    let asked = 0;
    page.on('request', (request) => {
      asked += request.url().includes('/publications?') ? 1 : 0;
    });
    await box(page).press('Tab');
    await page.waitForTimeout(500);
    expect(asked).toBe(0);
  });

  test('list, count, title and address follow without a new page', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    let isReplaced = false;
    page.on('request', (request) => {
      isReplaced ||= request.isNavigationRequest();
    });
    await box(page).pressSequentially('shingles', { delay: 30 });
    await expect(count(page)).not.toHaveText(words(ALL));
    await expect(page).toHaveURL(/[?&]q=shingles(&|$)/);
    await expect(page).toHaveTitle('Publications for “shingles” – Healthpost');
    await expect(titles(page).first()).toContainText(/shingles/i);
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue('shingles');
    expect(isReplaced, 'the page itself stays').toBe(false);
    const found = await total(page);
    const live = page.locator('[role=status], [aria-live=polite]').filter({ hasText: words(found) });
    await expect(live.first()).toBeAttached();

    await page.reload();
    await expect(count(page)).toHaveText(words(found));
    await expect(box(page)).toHaveValue('shingles');
  });

  test('the last words win', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    // The answer to the first search comes late; it must not overwrite the second.
    await page.route(/[?&]q=flu(&|$)/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest(/[?&]q=flu(&|$)/);
    await box(page).fill('flu');
    await asked;
    await box(page).fill('shingles');
    await expect(page).toHaveURL(/[?&]q=shingles(&|$)/);
    await page.waitForTimeout(2_000);
    await expect(page).toHaveURL(/[?&]q=shingles(&|$)/);
    await expect(titles(page).first()).toContainText(/shingles/i);
  });

  test('a filter narrows at once, and taking the words out shows all', async ({ page }) => {
    await page.goto('/publications?q=shingles');
    await ready(page);
    const before = await total(page);
    const french = await option(page, 'Language', 'French');
    const promised = await countOf(french);
    await french.check();
    await expect(page).toHaveURL(/[?&]language=fr(&|$)/);
    await expect(count(page)).toHaveText(words(promised));
    expect(promised).toBeLessThan(before);
    await page.getByRole('link', { name: 'Remove filter French' }).click();
    await expect(count(page)).toHaveText(words(before));
    await ready(page);
    await box(page).fill('');
    await expect(count(page)).toHaveText(words(ALL));
    await expect(page).toHaveURL(/\/publications$/);
  });

  test('going back takes back one filter after the other, with what was typed since', async ({ page }) => {
    await page.goto('/programmes');
    await page.goto('/publications');
    await ready(page);
    const title = await page.title();
    const polish = await option(page, 'Language', 'Polish');
    const promised = await countOf(polish);
    await polish.check();
    await expect(count(page)).toHaveText(words(promised));
    await (await option(page, 'Language', 'French')).check();
    await expect(page).toHaveURL(/[?&]language=fr(&|$)/);
    await box(page).fill('vaccine');
    await expect(page).toHaveURL(/[?&]q=vaccine(&|$)/);

    await page.goBack();
    await expect(page).toHaveURL(/\/publications\?language=pl$/);
    await expect(count(page)).toHaveText(words(promised));
    await expect(box(page)).toHaveValue('');
    await expect(await option(page, 'Language', 'Polish')).toBeChecked();
    await expect(await option(page, 'Language', 'French')).not.toBeChecked();
    await page.goBack();
    await expect(page).toHaveURL(/\/publications$/);
    await expect(count(page)).toHaveText(words(ALL));
    await expect(page).toHaveTitle(title);
    await expect(await option(page, 'Language', 'Polish')).not.toBeChecked();
    await page.goForward();
    await expect(count(page)).toHaveText(words(promised));
    await expect(await option(page, 'Language', 'Polish')).toBeChecked();
    await page.goBack();
    await expect(count(page)).toHaveText(words(ALL));
    await page.goBack();
    await expect(page, 'typing makes no place of its own').toHaveURL(/\/programmes$/);
  });

  test('going back to what cannot be fetched loads it', async ({ page, watch }) => {
    watch.allow(/ERR_FAILED|Failed to fetch/);
    await page.goto('/publications');
    await ready(page);
    const polish = await option(page, 'Language', 'Polish');
    const promised = await countOf(polish);
    await polish.check();
    await expect(count(page)).toHaveText(words(promised));
    await page.route('**/publications', async (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    await page.goBack();
    await expect(count(page)).toHaveText(words(ALL));
    await expect(page).toHaveURL(/\/publications$/);
    await expect(await option(page, 'Language', 'Polish')).not.toBeChecked();
  });

  test('a place on the page fetches nothing', async ({ page }) => {
    // The form would write the same in another order.
    await page.goto('/publications?sort=title&q=vaccine');
    await ready(page);
    let fetches = 0;
    page.on('request', (request) => (fetches += Number(request.resourceType() === 'fetch' && request.url().includes('/publications?'))));
    await page.getByRole('link', { name: 'Skip to main content' }).press('Enter');
    await expect(page).toHaveURL(/#main-content$/);
    await box(page).fill('shingles');
    await expect(page).toHaveURL(/[?&]q=shingles(&|$)/);
    expect(fetches, 'only for what was typed').toBe(1);
  });

  test('a long filter is searched in its place', async ({ page }) => {
    await page.goto('/publications');
    await ready(page);
    const languages = page.locator('#facet-language');
    const finder = page.getByLabel('Find in language');
    const shown = languages.locator('.checkbox:visible');
    await unfold(finder);
    let asked = 0;
    page.on('request', (request) => {
      asked += request.url().includes('/publications') ? 1 : 0;
    });
    await finder.pressSequentially('POLI', { delay: 20 });
    await expect(shown).toHaveText([/^Polish \(\d+\)$/]);
    await finder.fill('zzz');
    await expect(shown).toHaveCount(0);
    await finder.fill('');
    await expect(shown).toHaveCount(6);
    await page.waitForTimeout(500);
    expect(asked, 'looking among values asks nobody').toBe(0);
    await finder.fill('poli');
    await languages.getByLabel(/^Polish/).check();
    await expect(page).toHaveURL(/[?&]language=pl(&|$)/);
    await expect(finder).toHaveValue('poli');
    await expect(shown).toHaveText([/^Polish \(\d+\)$/]);
  });

  test('a failed fetch leaves the list as it is, and says so', async ({ page, watch }) => {
    watch.allow(/ERR_FAILED|Failed to fetch|status of 429/);
    const failed = page.getByText('The list could not be updated.');
    await page.goto('/publications');
    await ready(page);
    await page.route(/[?&]q=flu/, async (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    await box(page).fill('flu');
    await expect(failed).toBeVisible();
    await expect(count(page)).toHaveText(words(ALL));
    await box(page).fill('shingles');
    await expect(titles(page).first()).toContainText(/shingles/i);
    await expect(failed, 'it is in step again').toBeHidden();
    await page.route(/[?&]q=rsv/, async (route) => route.fulfill({ status: 429, body: 'Too many searches' }));
    await box(page).fill('rsv');
    await expect(failed).toBeVisible();
    await box(page).fill('flu');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await expect(page).toHaveURL(/[?&]q=flu(&|$)/);
    await expectHeading(page, /Publications/);
    expect(await total(page)).toBeLessThan(ALL);
  });
});
