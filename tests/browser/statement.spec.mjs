// The statement page in a real browser: axe finds nothing, nothing is fetched, nothing runs off the side of a
// phone, and what the page says in words is what its figures say.
//
//   npm ci && node --test tests/browser/*.spec.mjs
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { folder, opened, ready, run, without_fault } from './browser.mjs';

if (ready('the statement')) {
  const pages = {}; // name → address

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '60', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    for (const name of ['crc-2015', 's3']) {
      const file = join(folder, `${name}.html`);
      run('settle', '--ledger', ledger, '--contract', `contracts/${name}.toml`, '--period', '2016-03', '--html', file);
      pages[name] = pathToFileURL(file).href;
    }
  });

  for (const name of ['crc-2015', 's3']) {
    for (const width of [1280, 390, 320]) {
      test(`${name} at ${width} pixels: axe finds no fault and nothing runs off the side`, () =>
        without_fault(pages[name], width));
    }

    test(`${name}: one file, one heading, and the skip link comes first`, async () => {
      const { page, fetched } = await opened(pages[name], 1280);
      assert.deepEqual(fetched, [pages[name]]);
      assert.equal(await page.locator('h1').count(), 1);
      assert.match(await page.title(), /^Statement for March 2016 - .+ - Probity$/);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to main content');
      await page.close();
    });

    test(`${name}: panel, chart, words and lines say the same sum`, async () => {
      const { page } = await opened(pages[name], 1280);
      const due = await page.locator('.figure-panel .sum').textContent();
      const pence = (text) => Number(text.replace(/[£,.]/g, ''));
      const takeaway = await page.locator('.takeaway').textContent();
      assert.ok(pence(due) === 0 || takeaway.includes(due.replace('-', '')), takeaway);
      assert.equal(await page.locator('svg .sum-text').last().textContent(), due);
      const column = await page.locator('#lines ~ table').first().locator('tbody td[data-column=Amount]')
        .allTextContents();
      const corrections = await page.locator('#lines ~ table').first()
        .locator('tfoot tr', { hasText: 'Corrections' }).locator('td[data-column=Amount]').allTextContents();
      const sum = [...column, ...corrections].reduce((so, one) => so + pence(one), 0);
      assert.equal(sum, pence(due));
      await page.close();
    });

    test(`${name}: every link of the page leads to a part of it`, async () => {
      const { page } = await opened(pages[name], 1280);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href'))
          .filter((to) => !to.startsWith('#') || !document.getElementById(to.slice(1))));
      assert.deepEqual(dead, []);
      await page.close();
    });

    test(`${name}: printed, the cases of each deduction can be read`, async () => {
      const { page } = await opened(pages[name], 1280);
      const hidden = () => page.evaluate(() =>
        [...document.querySelectorAll('details .govuk-details__text')]
          .filter((one) => one.getBoundingClientRect().height === 0 || !one.checkVisibility())
          .length);
      assert.equal(await hidden(), await page.locator('details').count()); // closed until asked for
      await page.emulateMedia({ media: 'print' });
      assert.equal(await hidden(), 0);
      await page.close();
    });
  }
}
