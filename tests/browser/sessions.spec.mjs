// A session that ends while a form is filled in, in a real browser and without script: nothing that was typed is lost,
// and nobody else gets it.
//
//   npm ci && node --test tests/browser/sessions.spec.mjs
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { level_on, levels_of_risk, looked_at, served, signed_in_at } from './served.mjs';

if (ready('sessions')) {
  let at;
  let word;
  let stop;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '60', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    ({ at, word, stop } = await served(ledger));
  });

  after(() => stop?.());

  const signed_in = (role, options = {}) => signed_in_at(at, `sample.${role}`, word, options);

  // Signs out in another tab of the same browser.
  async function leave(page) {
    const other = await page.context().newPage();
    await other.goto(`${at}/start`);
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.waitForURL(/sign-in$/);
    await other.close();
  }

  async function sign_in_on(page, name, password = word) {
    await page.getByLabel('Account name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  // A form about a case, filled in, and sent when the session has ended.
  async function sent_late(page) {
    const { cases } = await (await page.request.get(`${at}/api/v1/caseload`)).json();
    await page.goto(`${at}/cases/${cases[0].case}/do/risk/judge_harm`);
    assert.match(await page.locator('form').last().textContent(), /you are signed out at \d+:\d\d[ap]m/);
    await level_on(page, 'Overall level', 'Medium').check();
    for (const group of levels_of_risk) await level_on(page, group, group.endsWith('children') ? 'Medium' : 'Low').check();
    const id = await page.locator('input[name=command_id]').inputValue();
    await leave(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    return { one: cases[0].case, id };
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`what was typed comes back after signing in${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('practitioner', { javaScriptEnabled });
      const { one, id } = await sent_late(page);
      assert.match(await page.locator('main').textContent(), /what you typed comes back/);
      if (javaScriptEnabled) await looked_at(page, 'sign-in-with-draft');
      await sign_in_on(page, 'sample.practitioner', 'not this one at all');
      assert.match(await page.title(), /^Error: /);
      await sign_in_on(page, 'sample.practitioner');
      assert.match(await page.locator('main').textContent(), /You were signed out before this was sent/);
      if (javaScriptEnabled) await looked_at(page, 'form-with-draft');
      assert.ok(await level_on(page, 'Overall level', 'Medium').isChecked());
      assert.ok(await level_on(page, 'Level of risk to children', 'Medium').isChecked());
      assert.ok(await level_on(page, 'Level of risk to staff', 'Low').isChecked());
      assert.equal(await page.locator('input[name=command_id]').inputValue(), id);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: 'Judge the risk of serious harm' }).click();
      await page.waitForURL(new RegExp(`/cases/${one}\\?done=${id}`));
      await page.context().close();
    });
  }

  test('another account gets nothing of it', async () => {
    const page = await signed_in('practitioner', { javaScriptEnabled: false });
    await sent_late(page);
    await sign_in_on(page, 'sample.senior_practitioner');
    assert.ok(!await level_on(page, 'Overall level', 'Medium').isChecked());
    assert.ok(!await level_on(page, 'Level of risk to children', 'Medium').isChecked());
    await page.context().close();
  });
}
