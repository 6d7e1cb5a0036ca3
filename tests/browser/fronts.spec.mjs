// Where each role begins, in a real browser: every account of a sample comes to a page that its role is for, axe finds
// nothing there, and an unpaid-work supervisor says what came of a place, with and without script.
//
//   npm ci && node --test tests/browser/fronts.spec.mjs
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { looked_at, served, signed_in_at } from './served.mjs';

const fronts = [
  ['practitioner', '/my-work', 'My work'],
  ['senior_practitioner', '/my-work', 'My work'],
  ['case_administrator', '/my-work', 'My work'],
  ['unpaid_work_supervisor', '/unpaid-work', 'Unpaid work'],
  ['contract_manager', '/contracts', 'Statements'],
  ['auditor', '/assure/verify', 'Verify the ledger'],
  ['analyst', '/outcomes', 'Outcomes'],
  ['system_administrator', '/accounts', 'Accounts'],
];

if (ready('where each role begins')) {
  let at;
  let word;
  let stop;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '200', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    ({ at, word, stop } = await served(ledger, '--accounts', join(folder, 'area.accounts')));
  });

  after(() => stop?.());

  const signed_in = (role, options = {}) => signed_in_at(at, `sample.${role}`, word, options);
  const twin_of = async (page, path) => (await page.request.get(`${at}/api/v1${path}`)).json();

  for (const [role, path, title] of fronts)
    test(`${role} begins at ${path}`, async () => {
      const page = await signed_in(role, { bypassCSP: true });
      assert.equal(new URL(page.url()).pathname, path);
      assert.equal(await page.locator('h1').textContent(), title);
      await looked_at(page, `front-${role}`);
      await page.context().close();
    });

  for (const javaScriptEnabled of [true, false])
    test(`a supervisor says what came of a place${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('unpaid_work_supervisor', { javaScriptEnabled });
      const { owed } = await twin_of(page, '/unpaid-work');
      assert.ok(owed.length > 0, 'the sample has places that wait');
      const links = page.getByRole('link', { name: /^Record attendance/ });
      assert.equal(await links.count(), owed.length);
      await links.first().click();
      assert.match(page.url(), new RegExp(owed[0].session));
      const label = await page.locator('h1').textContent();
      await page.getByLabel('Worked', { exact: true }).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.locator('main').textContent(), /What will be recorded/);
      await page.getByRole('button', { name: label }).click();
      await page.waitForURL(/done=/);
      await page.goto(`${at}/unpaid-work`);
      assert.equal((await twin_of(page, '/unpaid-work')).owed.length, owed.length - 1);
      assert.equal(await page.getByRole('link', { name: /^Record attendance/ }).count(), owed.length - 1);
      await page.context().close();
    });

  test('an analyst divides the figures another way, and sees nobody', async () => {
    const page = await signed_in('analyst');
    await page.getByLabel('Divided by').selectOption('sex');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match(page.url(), /by=sex/);
    const { report } = await twin_of(page, '/outcomes?by=sex');
    assert.ok(report);
    assert.equal((await page.request.get(`${at}/api/v1/my-work`)).status(), 403);
    await page.context().close();
  });

  test('an administrator sees the account that is signed in', async () => {
    const page = await signed_in('system_administrator');
    const { accounts } = await twin_of(page, '/accounts');
    assert.equal(await page.locator('tbody').first().locator('tr').count(), accounts.length);
    const own = accounts.find((one) => one.account === 'sample.system_administrator');
    assert.equal(own.sessions.length > 0, true);
    assert.ok(own.last_signed_in);
    await page.context().close();
  });
}
