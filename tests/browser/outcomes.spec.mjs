// Pages of outcomes in a real browser: returns, arrests, and bodies under one outcome clause. Without fault at
// each width, nothing fetched, and words, chart and table of each figure say the same.
//
//   npm ci && node --test tests/browser/*.spec.mjs
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { folder, opened, ready, run, without_fault } from './browser.mjs';

// Releases of our own in the shape of Iowa's published file.
function releases() {
  const lines = ['Fiscal Year Released,Recidivism Reporting Year,Main Supervising District,Release Type,Race - Ethnicity,'
    + 'Age At Release ,Sex,Offense Classification,Offense Type,Offense Subtype,Return to Prison,Days to Return,'
    + 'Recidivism Type,New Offense Classification,New Offense Type,New Offense Sub Type,Target Population'];
  const add = (year, district, people, returned) => {
    for (let i = 0; i < people; i += 1)
      lines.push(`${year},${year + 3},${district},Parole,Group - A,25-34,Male,D Felony,Property,Theft,`
        + `${i < returned ? 'Yes,400,Tech' : 'No,,No Recidivism'},,,,Yes`);
  };
  for (const year of [2010, 2011]) {
    add(year, '1JD', 40, 8);
    add(year, '2JD', 60, 24);
    add(year, '3JD', 80, 30);
    add(year, '4JD', 100, 52);
    add(year, 'Interstate Compact', 9, 0);
  }
  return `${lines.join('\n')}\n`;
}

// A trial of our own in the shape of the financial aid trial's rows.
function trial() {
  const lines = ['week,arrest,fin,age,race,wexp,mar,paro,prio'];
  for (const [aid, arrested, free] of [[1, 12, 48], [0, 22, 38]]) {
    for (let i = 0; i < arrested; i += 1) lines.push(`${2 + 2 * i},1,${aid},27,1,0,0,1,3`);
    for (let i = 0; i < free; i += 1) lines.push(`52,0,${aid},23,0,1,1,0,1`);
  }
  return `${lines.join('\n')}\n`;
}

if (ready('outcomes')) {
  const pages = {}; // name → address

  before(async () => {
    const rows = join(folder, 'rows.csv');
    const ledger = join(folder, 'rows.ledger');
    writeFileSync(rows, releases());
    run('import', 'iowa', rows, '--ledger', ledger);
    const men = join(folder, 'men.csv');
    const arrests = join(folder, 'men.ledger');
    writeFileSync(men, trial());
    run('import', 'rossi', men, '--ledger', arrests);
    const written_from = (from, name, ...command) => {
      const file = join(folder, `${name}.html`);
      run(...command, '--ledger', from, '--html', file);
      pages[name] = pathToFileURL(file).href;
    };
    const written = (...what) => written_from(ledger, ...what);
    written_from(arrests, 'arrests', 'outcomes', '--measure', 'arrest', '--by', 'arm');
    written_from(arrests, 'published', 'outcomes', '--measure', 'arrest', '--by', 'arm', '--public');
    written('returns', 'outcomes', '--measure', 'return', '--within', '3y', '--by', 'provider', '--curves');
    written('providers', 'contract', 'providers', '--contract', 'contracts/iowa-2015-shape.toml');
  });

  for (const name of ['returns', 'providers', 'arrests', 'published']) {
    for (const width of [1280, 390, 320])
      test(`${name} at ${width} pixels: axe finds no fault and nothing runs off the side`, () =>
        without_fault(pages[name], width));

    test(`${name}: one file, one heading, every link leads to a part of it`, async () => {
      const { page, fetched } = await opened(pages[name], 1280);
      assert.deepEqual(fetched, [pages[name]]);
      assert.equal(await page.locator('h1').count(), 1);
      const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href'))
          .filter((to) => !to.startsWith('#') || !document.getElementById(to.slice(1))));
      assert.deepEqual(dead, []);
      await page.close();
    });
  }

  test('providers: words, sums and verdicts of each cohort say the same', async () => {
    const { page } = await opened(pages.providers, 1280);
    const takeaway = await page.locator('.takeaway').textContent();
    const [paid, deducted, alone] = takeaway.match(/the clause pays (\d+), deducts from (\d+) and leaves (\d+) alone/)
      .slice(1);
    const column = (title) => page.locator(`#cohorts ~ table tbody td[data-column="${title}"]`).allTextContents();
    const verdicts = await column('By the clause');
    const count = (word) => String(verdicts.filter((one) => one === word).length);
    assert.deepEqual([count('paid'), count('deducted'), count('left alone')], [paid, deducted, alone]);
    const sums = await page.locator('#verdicts ~ table').first().locator('tbody tr').last().locator('td')
      .allTextContents();
    assert.deepEqual(sums.slice(0, 3), [paid, deducted, alone]);
    const marks = await page.locator('figure.probity-figure tbody tr').count();
    assert.equal(marks, 4); // a district each; Interstate Compact is none
    await page.close();
  });

  test('arrests: words and table say the same; published, no week is shown', async () => {
    const { page } = await opened(pages.arrests, 1280);
    assert.match(await page.locator('.takeaway').textContent(), /^Of 120 people 34 \(28\.33 %\) were arrested/);
    const counts = await page.locator('#shares-part ~ table tbody td[data-column="Arrested"]').allTextContents();
    assert.deepEqual(counts, ['12', '22']);
    assert.equal(await page.locator('#when').count(), 1);
    await page.goto(pages.published);
    assert.equal(await page.locator('#when').count(), 0);
    assert.match(await page.locator('main').textContent(), /When it happened is withheld/);
    await page.close();
  });
}
