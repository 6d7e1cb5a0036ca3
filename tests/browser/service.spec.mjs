// The service in a real browser: sign in by keyboard, my work, "attended, complied" in three steps, gone from the
// list; axe finds nothing; without script; the API says the same.
//
//   npm ci && node --test tests/browser/service.spec.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { browser, folder, ready, run, watched, without_fault_on } from './browser.mjs';
import { asked, level_on, levels_of_risk, looked_at, program, served, signed_in_at, widths } from './served.mjs';

const word = 'blue kettle walks';

if (ready('the service')) {
  let at; // "http://127.0.0.1:PORT"
  let stop;
  let log; // what the service wrote of its requests
  let busiest; // practitioner with the most to record

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    const accounts = join(folder, 'area.accounts');
    run('sample', '--people', '60', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    const { owed } = asked('owed', '--ledger', ledger);
    const counts = new Map();
    for (const one of owed.filter((entry) => entry.kind === 'outcome'))
      counts.set(one.practitioner, (counts.get(one.practitioner) ?? 0) + 1);
    const [staff] = [...counts].sort((a, b) => b[1] - a[1])[0];
    busiest = staff;
    const { provider } = owed.find((entry) => entry.practitioner === staff);
    const add = (name, role, code) =>
      execFileSync(program, ['account', 'add', name, '--accounts', accounts, '--role', role, '--provider', provider,
        '--staff', code], { input: `${word}\n` });
    add('anna.lee', 'practitioner', staff);
    add('sue.grey', 'senior_practitioner', 'd'.repeat(32));
    add('carl.may', 'contract_manager', 'c'.repeat(32));
    ({ at, log, stop } = await served(ledger, '--accounts', accounts, '--log'));
  });

  after(() => stop?.());

  // A browser of its own for each, signed in.
  const signed_in = (name, options = {}) => signed_in_at(at, name, word, options);

  for (const javaScriptEnabled of [true, false]) {
    test(`"attended, complied" in three steps from home${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('anna.lee', { javaScriptEnabled });
      const links = page.getByRole('link', { name: /^Record outcome/ });
      const owed = await links.count();
      const address = await links.first().getAttribute('href');
      assert.ok(owed > 1);
      await links.first().click(); // 1
      await page.getByLabel('Attended, complied').check(); // 2
      await page.getByRole('button', { name: 'Record outcome' }).click(); // 3
      assert.match(page.url(), /\/my-work\?recorded=/);
      assert.match(await page.getByRole('alert').textContent(), /Recorded: Attended, complied/);
      assert.equal(await page.locator(`a[href="${address}"]`).count(), 0);
      const twin = await (await page.request.get(`${at}/api/v1/my-work`)).json();
      assert.equal(twin.owed.filter((one) => one.kind === 'outcome').length,
        await page.locator('table').first().getByRole('link', { name: /^Record outcome/ }).count());
      await page.goBack();
      await page.context().close();
    });
  }

  test('signing in, recording and signing out by keyboard alone', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const press = async (key, times = 1) => {
      for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
    };
    const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.name);
    const reach = async (words) => {
      for (let i = 0; i < 200; i += 1) {
        await press('Tab');
        if ((await focused()).startsWith(words)) return;
      }
      assert.fail(`Tab never reaches ${words}`);
    };
    await page.goto(`${at}/`);
    await press('Tab');
    assert.equal(await focused(), 'Skip to main content');
    await reach('name');
    await page.keyboard.type('anna.lee');
    await reach('password');
    await page.keyboard.type(word);
    await press('Enter');
    await page.waitForURL(`${at}/my-work`);
    await reach('Record outcome');
    await press('Enter');
    await page.waitForURL(/outcome$/);
    await reach('outcome');
    await press('Space');
    await press('Enter');
    await page.waitForURL(/recorded=/);
    await reach('Sign out');
    await press('Enter');
    await page.waitForURL(`${at}/sign-in`);
    await page.goto(`${at}/my-work`);
    assert.match(page.url(), /sign-in\?to=\/my-work/);
    await context.close();
  });

  test('axe finds no fault on any page, in any state, at any width', async () => {
    const page = await signed_in('anna.lee');
    const outcome = await page.getByRole('link', { name: /^Record outcome/ }).first().getAttribute('href');
    const one = await page.locator('a[href^="/cases/"]:not([href$="outcome"])').first().getAttribute('href');
    const pages = [['sign-in', '/sign-in'], ['my-work', '/my-work'], ['case', one], ['record', `${one}/record`],
      ['record-error', `${one}/record?known=tuesday`], ['outcome', outcome], ['not-found', '/nowhere'],
      ['caseload', '/caseload'], ['caseload-overdue', '/caseload?sort=overdue&order=descending'],
      ['search-empty', '/search']];
    for (const [name, path] of pages) {
      await page.goto(`${at}${path}`);
      await looked_at(page, name);
    }
    await search_for(page, '');
    assert.match(await page.title(), /^Error: /);
    await looked_at(page, 'search-error');
    await search_for(page, 'nobody whatever');
    for (const width of widths) await without_fault_on(page, width);
    await search_for(page, await a_letter_or_two(page));
    assert.match(await page.locator('h2').textContent(), /found$/);
    await looked_at(page, 'search');
    await page.goto(`${at}${outcome}`);
    await page.getByRole('button', { name: 'Record outcome' }).click();
    assert.match(await page.title(), /^Error: /);
    assert.match(await page.evaluate(() => document.activeElement.className), /govuk-error-summary/);
    await looked_at(page, 'outcome-error');
    await page.getByRole('link', { name: 'Select what came of this appointment' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), 'outcome');
    await page.context().close();
  });

  async function search_for(page, words) {
    await page.goto(`${at}/search`);
    await page.getByLabel('Name or reference').fill(words);
    await page.getByRole('button', { name: 'Search' }).click();
  }

  // The beginning of the name of somebody whom the reader holds.
  async function a_letter_or_two(page) {
    const { cases } = await (await page.request.get(`${at}/api/v1/caseload`)).json();
    return cases[0].name.slice(0, 2);
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`a case by its name, and by its place in the caseload${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('anna.lee', { javaScriptEnabled });
      await page.getByRole('link', { name: 'Caseload', exact: true }).click();
      const twin = await (await page.request.get(`${at}/api/v1/caseload?sort=owed&order=descending`)).json();
      assert.equal(await page.locator('tbody tr').count(), twin.cases.length);
      await page.getByRole('link', { name: 'Owed', exact: true }).click();
      const most = twin.cases[0];
      assert.match(await page.locator('tbody tr').first().textContent(), new RegExp(most.name));
      await page.getByRole('link', { name: most.name }).first().click();
      assert.match(await page.locator('h1').textContent(), new RegExp(`^Case ${most.case.slice(0, 8)}${most.name}$`));
      assert.doesNotMatch(await page.title(), new RegExp(most.name));
      await page.getByRole('link', { name: 'Search', exact: true }).click();
      await page.getByLabel('Name or reference').fill(most.name.toUpperCase().split(' ').reverse().join(' '));
      await page.keyboard.press('Enter');
      assert.equal(page.url(), `${at}/search`);
      await page.locator(`a[href="/cases/${most.case}"]`).click();
      assert.match(page.url(), new RegExp(most.case));
      const first = most.name.split(' ')[0];
      assert.match(log(), /"POST","route":"\/search","status":200/);
      assert.doesNotMatch(log(), new RegExp(first, 'i'));
      assert.doesNotMatch(log(), new RegExp(most.case.slice(0, 8)));
      await page.context().close();
    });
  }

  for (const javaScriptEnabled of [true, false]) {
    test(`from a case to what is recorded, by form and check${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('anna.lee', { javaScriptEnabled });
      const look = async (name) => {
        if (!javaScriptEnabled) return;
        await looked_at(page, name);
      };
      const { cases } = await (await page.request.get(`${at}/api/v1/caseload`)).json();
      const one = `${at}/cases/${cases.at(-1).case}`;
      await page.goto(one);
      await page.locator('summary').getByText('Risk', { exact: true }).click();
      await look('case-what-can-be-done');
      await page.getByRole('link', { name: 'Judge the risk of serious harm' }).click();
      await look('command-form');
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.title(), /^Error: /);
      assert.equal(await page.locator(':focus').getAttribute('class'), 'govuk-error-summary');
      await look('command-error');
      await page.getByRole('link', { name: 'Select overall level' }).click();
      await level_on(page, 'Overall level', 'Medium').check();
      for (const group of levels_of_risk.slice(1)) await level_on(page, group, 'Low').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.title(), /^Error: /);
      assert.ok(await level_on(page, 'Level of risk to staff', 'Low').isChecked(), 'nothing chosen is lost');
      await look('command-group-error');
      await page.getByRole('link', { name: 'Select level of risk to the public' }).click();
      await level_on(page, 'Level of risk to the public', 'Low').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.getByRole('alert').textContent(), /overall level is the highest over all groups/);
      await level_on(page, 'Level of risk to children', 'Medium').check();
      await page.getByRole('button', { name: 'Continue' }).click();
      await look('command-check');
      await page.getByRole('button', { name: 'Change Level of risk to children' }).click();
      assert.ok(await level_on(page, 'Level of risk to children', 'Medium').isChecked());
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.locator('main').textContent(), /public low, known adult low, children medium/);
      await page.getByRole('button', { name: 'Judge the risk of serious harm' }).click();
      await page.waitForURL(/\?done=/);
      assert.match(await page.getByRole('alert').textContent(), /Recorded: /);
      await look('command-done');
      const twin = await (await page.request.get(one.replace('/cases/', '/api/v1/cases/'))).json();
      assert.equal(twin.harm_level, 'medium');
      if (javaScriptEnabled)
        for (const path of ['appointment/arrange', 'appointment/cancel', 'plan/write']) {
          await page.goto(`${one}/do/${path}`);
          await look(`form-${path.replace('/', '-')}`);
        }
      await page.context().close();
    });
  }

  test('a senior practitioner sees the caseloads of the body, and a practitioner their own', async () => {
    const page = await signed_in('sue.grey');
    await page.goto(`${at}/caseload`);
    await page.getByRole('link', { name: /^Everybody of/ }).click();
    assert.ok((await page.locator('tbody tr').count()) > 1);
    await looked_at(page, 'caseload-team');
    await page.reload();
    await page.getByText('Choose a colleague').click();
    await page.locator(`a[href^="/caseload/${busiest}"]`).first().click();
    assert.match(await page.locator('h1').textContent(), /^Caseload of (anna.lee|sample\.)/); // the sample has them too
    await looked_at(page, 'caseload-colleague');
    await page.context().close();
    const own = await signed_in('anna.lee');
    assert.equal((await own.goto(`${at}/caseload/team`)).status(), 403);
    await own.context().close();
  });

  test('a contract manager is told what they may do, and of the rest that they may not, without fault', async () => {
    const page = await signed_in('carl.may', { bypassCSP: true });
    assert.match(page.url(), /\/contracts$/);
    await page.goto(`${at}/start`);
    assert.match(await page.locator('main').textContent(), /as Contract manager for .*statements of contracts/s);
    await looked_at(page, 'start');
    await page.goto(`${at}/my-work`);
    assert.match(await page.locator('h1').textContent(), /You cannot see this/);
    await looked_at(page, 'not-allowed');
    assert.equal((await page.request.get(`${at}/api/v1/my-work`)).status(), 403);
    await page.context().close();
  });

  test('a sample says what it is and how to sign in, and an auditor sees who read what', async () => {
    const page = watched(await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage());
    await page.goto(`${at}/`);
    assert.match(await page.locator('main').textContent(), /This is a sample/);
    await looked_at(page, 'sign-in-sample');
    await page.getByLabel('Account name').fill('sample.auditor');
    await page.getByLabel('Password').fill(await page.locator('main p code').textContent());
    await page.getByRole('button', { name: 'Sign in' }).click();
    assert.match(page.url(), /\/assure\/verify$/);
    await page.goto(`${at}/start`);
    await page.getByRole('link', { name: 'See who read which record' }).click();
    assert.match(await page.locator('h1').textContent(), /Who read what/);
    await looked_at(page, 'access-log');
    await page.context().close();
  });

  test('no page fetches anything from elsewhere, and the policy lets none', async () => {
    const page = await signed_in('anna.lee');
    const fetched = [];
    page.on('request', (request) => fetched.push(request.url()));
    const response = await page.goto(`${at}/my-work`);
    assert.ok(fetched.every((address) => address.startsWith(at)), fetched.join(' '));
    const policy = response.headers()['content-security-policy'];
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(response.headers()['cache-control'], 'no-store');
    await page.context().close();
  });
}
