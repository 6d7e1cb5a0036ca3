// What the tests of pages share: the program, a real browser, and what holds of every page.
//
// PROBITY names the program (build/release/probity), CHROMIUM the browser (/usr/bin/chromium).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

// Whether the tests can run, with packages that they alone `need`; says in a line what is missing for `what` when they
// cannot.
export function ready(what, need = []) {
  const missing = [
    existsSync(program) ? undefined : `the program ${program}`,
    existsSync(chromium) ? undefined : `the browser ${chromium}`,
    ...['playwright-core', 'axe-core', ...need].map((name) => (installed(name) ? undefined : `${name} (npm ci)`)),
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

const faults = new WeakMap(); // page → what its browser complained of

// From here on what goes wrong in the page is noted: what the console says, requests that fail or go elsewhere.
export function watched(page) {
  const found = [];
  faults.set(page, found);
  let home;
  page.on('console', (message) => {
    // Failed requests are told apart below.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(`${error}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    home ??= protocol + host;
    if (home !== protocol + host) found.push(`asked elsewhere: ${request.url()}`);
  });
  const is_page = (request) => request.isNavigationRequest();
  page.on('requestfailed', (request) => {
    // What is broken off by going on to another page has not failed.
    if (!is_page(request) && request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !is_page(response.request())) found.push(`${response.status()}: ${response.url()}`);
  });
  return page;
}

// The page, and the addresses that it fetched.
export async function opened(address, width, options = {}) {
  const page = watched(await browser.newPage({ viewport: { width, height: 900 }, ...options }));
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(address);
  return { page, fetched };
}

// What holds of every page, at one width.
export async function without_fault(address, width) {
  const { page } = await opened(address, width);
  await without_fault_on(page, width);
  await page.close();
}

// The same of a page that is open and watched: one heading, a title that says where one is, no id twice, nothing off
// the side, nothing that the browser complained of; and axe finds no fault, with everything that folds unfolded.
export async function without_fault_on(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const { headings, title, errors, twice, wide, widest } = await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
    return {
      headings: document.querySelectorAll('h1').length,
      title: document.title,
      errors: document.querySelector('.govuk-error-summary') !== null,
      twice: ids.filter((id, i) => ids.indexOf(id) !== i),
      wide: document.documentElement.scrollWidth,
      widest: [...document.body.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((one) => `${one.localName}.${one.className} "${one.textContent.slice(0, 60)}"`).slice(-3),
    };
  });
  assert.ok(wide <= width, `runs off the side: ${wide} of ${width}: ${widest.join(", ")}`);
  assert.equal(headings, 1, 'headings of the first level');
  assert.match(title, /^(Error: )?\S.* - \S.* - Probity$/);
  assert.equal(title.startsWith('Error: '), errors, title);
  assert.deepEqual(twice, [], 'ids that stand twice');
  assert.deepEqual(await axe_on(page), []);
  assert.deepEqual(faults.get(page), [], 'what the browser complained of; the page must be watched');
}

const axe = installed('axe-core') && readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function axe_on(page) {
  // By the debugger: the page's own policy, which stays in force, lets no script in.
  const debug = await page.context().newCDPSession(page);
  await debug.send('Runtime.evaluate', { expression: axe });
  await debug.detach();
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return violations.map((fault) => [fault.id, fault.nodes[0].html]);
}
