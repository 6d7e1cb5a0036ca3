// Boards, statements and verification in a real browser: axe finds nothing at two widths, everything works without
// script, and what a page says its twin says too.
//
//   npm ci && node --test tests/browser/boards.spec.mjs
// SHOTS names a folder in which screenshots are kept.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

import { browser, folder, ready, run, without_fault_on } from './browser.mjs';

const program = resolve(process.env.PROBITY ?? 'build/release/probity');
const shots = process.env.SHOTS;

if (ready('the boards')) {
  let service; // process
  let at; // "http://127.0.0.1:PORT"
  let word; // password of the sample's accounts

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    service = spawn(program, ['serve', '--ledger', ledger, '--port', '0', '--sample']);
    [at, word] = await new Promise((found, failed) => {
      let said = '';
      service.stdout.on('data', (text) => {
        said += text;
        const address = said.match(/http:\/\/[\d.:]+/);
        const password = said.match(/password of each: (.*)\n/);
        if (address && password) found([address[0], password[1]]);
      });
      service.on('exit', () => failed(new Error(`the service ended: ${said}`)));
    });
    if (shots) mkdirSync(shots, { recursive: true });
  });

  after(() => service?.kill('SIGTERM'));

  // A browser of its own for each role, signed in, without script.
  async function signed_in(role, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false, ...options });
    const page = await context.newPage();
    await page.goto(`${at}/sign-in`);
    await page.getByLabel('Account name').fill(`sample.${role}`);
    await page.getByLabel('Password').fill(word);
    await page.getByRole('button', { name: 'Sign in' }).click();
    return page;
  }
  // One in which axe may run.
  const to_look_at = (role) => signed_in(role, { javaScriptEnabled: true, bypassCSP: true });

  async function looked_at(page, name) {
    for (const width of [1280, 320]) {
      await without_fault_on(page, width);
      if (shots) await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  const twin_of = async (page, path) => (await page.request.get(`${at}/api/v1${path}`)).json();

  test('an auditor has the ledger verified against a note of before', async () => {
    const page = await signed_in('auditor');
    await page.getByRole('link', { name: 'Verify the ledger' }).first().click();
    const note = await page.getByRole('region', { name: /Note of the newest/ }).textContent();
    await page.getByLabel(/Note of a checkpoint/).fill(note);
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    // It is read again by itself until the verification has ended.
    await page.getByText('Nothing was touched').waitFor({ timeout: 60_000 });
    const { run: kept } = await twin_of(page, '/verification');
    assert.equal(kept.found.ok, true);
    assert.equal(kept.against_note, true);
    assert.match(await page.locator('main').textContent(), new RegExp(kept.found.root));
    await page.context().close();
  });

  test('axe finds no fault on the pages of verification, in any state', async () => {
    const page = await to_look_at('auditor');
    await page.goto(`${at}/assure/verify`);
    await looked_at(page, 'verify');
    await page.getByLabel(/Note of a checkpoint/).fill('no note');
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    assert.match(await page.title(), /^Error: /);
    await looked_at(page, 'verify-error');
    await page.context().close();
  });

  test('the releases of a body, those that cannot wait first', async () => {
    const page = await to_look_at('senior_practitioner');
    await page.getByRole('link', { name: 'Releases', exact: true }).click();
    await looked_at(page, 'releases-mine');
    await page.getByRole('link', { name: /^Everybody of/ }).click();
    const { releases } = await twin_of(page, '/releases/team');
    assert.ok(releases.length > 0);
    const rows = page.locator('tbody tr');
    assert.equal(await rows.count(), releases.length);
    assert.equal(await rows.first().locator('li').count(), 9);
    await looked_at(page, 'releases-body');
    await rows.first().getByRole('link').first().click();
    assert.match(page.url(), new RegExp(`/cases/${releases[0].case}$`));
    await page.context().close();
  });
}
