// What the tests of pages share: the program, a real browser, and what holds of every page.
//
// PROBITY names the program (build/release/probity), CHROMIUM the browser (/usr/bin/chromium).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before } from 'node:test';

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

// Whether the tests can run; says in a line what is missing for `what` when they cannot.
export function ready(what) {
  const missing = [
    existsSync(program) ? undefined : `the program ${program}`,
    existsSync(chromium) ? undefined : `the browser ${chromium}`,
    installed('playwright-core') ? undefined : 'playwright-core (npm ci)',
    installed('axe-core') ? undefined : 'axe-core (npm ci)',
  ].filter(Boolean);
  if (missing.length > 0) console.log(`skipped: ${what} in a browser (missing: ${missing.join(', ')})`);
  return missing.length === 0;
}

export const folder = mkdtempSync(join(tmpdir(), 'probity-browser-'));
export const run = (...given) => execFileSync(program, given, { stdio: ['ignore', 'ignore', 'inherit'] });
export let browser;

before(async () => {
  if (installed('playwright-core') === undefined || !existsSync(chromium)) return;
  const { chromium: browsers } = await import('playwright-core');
  browser = await browsers.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
});

after(() => browser?.close());
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// The page, and the addresses that it fetched.
export async function opened(address, width, options = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, ...options });
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(address);
  return { page, fetched };
}

// Nothing runs off the side, and axe finds no fault, with everything that folds unfolded.
export async function without_fault(address, width) {
  // The page's own policy lets no script run, axe's neither.
  const { page } = await opened(address, width, { bypassCSP: true });
  await without_fault_on(page, width);
  await page.close();
}

// The same of a page that is open, in a context that bypasses the page's policy.
export async function without_fault_on(page, width) {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, 'runs off the side');
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  assert.deepEqual(violations.map((fault) => [fault.id, fault.nodes[0].html]), []);
}
