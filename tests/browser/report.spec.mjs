// A period's report in a real browser: each page at phone and desktop width without fault, each link alive from
// page to page, words, chart and table saying the same, nothing fetched but the page, and on paper nothing folded.
//
//   npm ci && node --test tests/browser/*.spec.mjs
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { browser, folder, opened, ready, run, without_fault } from './browser.mjs';

if (ready('the report')) {
  const parts = ['index', 'levels', 'outcomes', 'record', 'check'];
  // Name of the version → widths at which its pages are looked at.
  const versions = { parties: [1280, 390, 320], published: [1280, 320] };
  const address = (version, name) => pathToFileURL(join(folder, version, name)).href;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '150', '--from', '2015-02-01', '--to', '2017-03-31', '--seed', '7', '--ledger', ledger);
    const asked = ['report', '--ledger', ledger, '--contract', 'contracts/crc-2015.toml', '--period', '2016-03'];
    run(...asked, '--out', join(folder, 'parties'));
    run(...asked, '--public', '--out', join(folder, 'published'));
  });

  for (const [version, widths] of Object.entries(versions)) {
    for (const part of parts)
      for (const width of widths)
        test(`${version}, ${part} at ${width} pixels: axe finds no fault, nothing runs off the side`, () =>
          without_fault(address(version, `${part}.html`), width));

    test(`${version}: one heading a page, marked in the navigation, and nothing else is fetched`, async () => {
      for (const part of parts) {
        const { page, fetched } = await opened(address(version, `${part}.html`), 1280);
        assert.deepEqual(fetched, [address(version, `${part}.html`)]);
        assert.equal(await page.locator('h1').count(), 1);
        assert.equal(await page.locator('nav [aria-current=page]').count(), 1);
        assert.match(await page.title(), / - March 2016 - .+ - Probity$/);
        await page.close();
      }
    });

    test(`${version}: every link leads to a page of the folder, and to a part of it`, async () => {
      const page = await browser.newPage();
      const links = {};
      const ids = {};
      for (const name of readdirSync(join(folder, version))) {
        await page.goto(address(version, name));
        [links[name], ids[name]] = await page.evaluate(() => [
          [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')),
          [...document.querySelectorAll('[id]')].map((one) => one.id)]);
      }
      for (const [name, targets] of Object.entries(links))
        for (const to of targets) {
          const [file, part] = to.split('#');
          const there = ids[file === '' ? name : file];
          assert.ok(there && (part === undefined || there.includes(part)), `${name} → ${to}`);
        }
      await page.close();
    });

    test(`${version}: printed, every table and working can be read`, async () => {
      const { page } = await opened(address(version, 'record.html'), 1280);
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('details .govuk-details__text')]
          .filter((one) => one.getBoundingClientRect().height === 0 || !one.checkVisibility()).length);
      assert.equal(hidden, 0);
      await page.close();
    });

    test(`${version}: words, chart and table of each figure say the same`, async () => {
      const { page } = await opened(address(version, 'index.html'), 1280);
      const due = await page.locator('.figure-panel .sum').textContent();
      assert.equal(await page.locator('svg .sum-text').last().textContent(), due);
      assert.ok((await page.locator('.probity-figure__words').first().textContent()).includes(due));
      await page.goto(address(version, 'record.html'));
      const figures = await page.evaluate(() =>
        [...document.querySelectorAll('figure.probity-figure')].map((figure) => ({
          words: figure.querySelector('.probity-figure__words').textContent,
          counts: [...figure.querySelectorAll('tbody td:nth-child(2)')].map((cell) => cell.textContent),
          bars: figure.querySelectorAll('.probity-figure__drawing rect').length
            - figure.querySelectorAll('.probity-figure__drawing pattern rect').length,
        })));
      assert.ok(figures.length > 0);
      for (const { words, counts, bars } of figures) {
        const number = (text) => Number(text.replaceAll(',', ''));
        assert.equal(counts.reduce((so, one) => so + number(one), 0), number(words.match(/^Of ([\d,]+)/)[1]), words);
        assert.equal(bars, counts.filter((one) => one !== '0').length, words);
      }
      await page.close();
    });
  }

  test('cases: as many rows as the link says, and no fault at phone width', async () => {
    const { page } = await opened(address('parties', 'levels.html'), 1280);
    const link = page.locator('main a[href^=cases-]').first();
    const said = Number((await link.textContent()).match(/The ([\d,]+) case/)[1].replaceAll(',', ''));
    const name = await link.getAttribute('href');
    await link.click();
    assert.equal(await page.locator('tbody tr').count(), Math.min(said, 500));
    await page.close();
    await without_fault(address('parties', name), 390);
  });

  test('published: no case is listed and no count from 1 to 4 is shown', async () => {
    assert.deepEqual(readdirSync(join(folder, 'published')).sort(), parts.map((part) => `${part}.html`).sort());
    const { page } = await opened(address('published', 'levels.html'), 1280);
    for (const words of await page.locator('main p').allTextContents()) {
      const counts = words.match(/([\d,]+) of ([\d,]+) were met/);
      if (counts === null) continue;
      const [met, all] = counts.slice(1).map((text) => Number(text.replaceAll(',', '')));
      for (const count of [met, all - met]) assert.ok(count === 0 || count >= 5, words);
    }
    await page.goto(address('published', 'record.html'));
    for (const cell of await page.locator('tbody td').allTextContents()) assert.doesNotMatch(cell, /^[1-4]$/);
    await page.close();
  });
}
