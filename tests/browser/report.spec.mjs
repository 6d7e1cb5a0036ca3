// A period's report in a real browser: each page at phone and desktop width without fault, each link alive from
// page to page, words, chart and table saying the same, nothing fetched but the page, and on paper nothing folded.
//
//   npm ci && node --test tests/browser/*.spec.mjs
//
// PROBITY names the program (build/release/probity), CHROMIUM the browser (/usr/bin/chromium).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

const program = resolve(process.env.PROBITY ?? 'build/release/probity');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const require = createRequire(import.meta.url);

function installed(name) {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

const missing = [
  existsSync(program) ? undefined : `the program ${program}`,
  existsSync(chromium) ? undefined : `the browser ${chromium}`,
  installed('playwright-core') ? undefined : 'playwright-core (npm ci)',
  installed('axe-core') ? undefined : 'axe-core (npm ci)',
].filter(Boolean);

if (missing.length > 0) {
  console.log(`skipped: the report in a browser (missing: ${missing.join(', ')})`);
} else {
  const { chromium: browsers } = await import('playwright-core');
  const axe = require.resolve('axe-core/axe.min.js');
  const folder = mkdtempSync(join(tmpdir(), 'probity-browser-'));
  const parts = ['index', 'levels', 'outcomes', 'record', 'check'];
  // Name of the version → widths at which its pages are looked at.
  const versions = { parties: [1280, 390, 320], published: [1280, 320] };
  let browser;

  const run = (...given) => execFileSync(program, given, { stdio: ['ignore', 'ignore', 'inherit'] });
  const address = (version, name) => pathToFileURL(join(folder, version, name)).href;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '150', '--from', '2015-02-01', '--to', '2017-03-31', '--seed', '7', '--ledger', ledger);
    const asked = ['report', '--ledger', ledger, '--contract', 'contracts/crc-2015.toml', '--period', '2016-03'];
    run(...asked, '--out', join(folder, 'parties'));
    run(...asked, '--public', '--out', join(folder, 'published'));
    browser = await browsers.launch({
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(version, name, width, options = {}) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...options });
    const fetched = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(address(version, name));
    return { page, fetched };
  }

  async function without_fault(version, name, width) {
    // The page's own policy lets no script run, axe's neither.
    const { page } = await opened(version, name, width, { bypassCSP: true });
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, 'runs off the side');
    await page.addScriptTag({ path: axe });
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
    await page.close();
  }

  for (const [version, widths] of Object.entries(versions)) {
    for (const part of parts)
      for (const width of widths)
        test(`${version}, ${part} at ${width} pixels: axe finds no fault, nothing runs off the side`, () =>
          without_fault(version, `${part}.html`, width));

    test(`${version}: one heading a page, marked in the navigation, and nothing else is fetched`, async () => {
      for (const part of parts) {
        const { page, fetched } = await opened(version, `${part}.html`, 1280);
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
      const { page } = await opened(version, 'record.html', 1280);
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.evaluate(() =>
        [...document.querySelectorAll('details .govuk-details__text')]
          .filter((one) => one.getBoundingClientRect().height === 0 || !one.checkVisibility()).length);
      assert.equal(hidden, 0);
      await page.close();
    });

    test(`${version}: words, chart and table of each figure say the same`, async () => {
      const { page } = await opened(version, 'index.html', 1280);
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
    const { page } = await opened('parties', 'levels.html', 1280);
    const link = page.locator('main a[href^=cases-]').first();
    const said = Number((await link.textContent()).match(/The ([\d,]+) case/)[1].replaceAll(',', ''));
    const name = await link.getAttribute('href');
    await link.click();
    assert.equal(await page.locator('tbody tr').count(), Math.min(said, 500));
    await page.close();
    await without_fault('parties', name, 390);
  });

  test('published: no case is listed and no count from 1 to 4 is shown', async () => {
    assert.deepEqual(readdirSync(join(folder, 'published')).sort(), parts.map((part) => `${part}.html`).sort());
    const { page } = await opened('published', 'levels.html', 1280);
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
