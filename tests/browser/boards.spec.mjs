// Boards, statements and verification in a real browser: axe finds nothing at two widths, everything works without
// script, and what a page says its twin says too.
//
//   npm ci && node --test tests/browser/boards.spec.mjs
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { looked_at, served, signed_in_at } from './served.mjs';

if (ready('the boards')) {
  let at; // "http://127.0.0.1:PORT"
  let word; // password of the sample's accounts
  let stop;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    ({ at, word, stop } = await served(ledger, '--contracts', 'contracts'));
  });

  after(() => stop?.());

  // A browser of its own for each role, signed in, without script.
  const signed_in = (role, options = {}) =>
    signed_in_at(at, `sample.${role}`, word, { javaScriptEnabled: false, ...options });
  // One in which axe may run.
  const to_look_at = (role) => signed_in(role, { javaScriptEnabled: true });

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

  test('a sample of the views by a number of one\'s own, and a case down to the proof of an event', async () => {
    const page = await to_look_at('auditor');
    await page.goto(`${at}/assure/verify`);
    await page.getByLabel('The views, by a sample of people').check();
    await page.getByLabel('Number that draws the people').fill('42');
    await page.getByLabel('How many people').fill('20');
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    await page.getByText('The views are right').waitFor({ timeout: 60_000 });
    await looked_at(page, 'verify-views');
    await page.getByRole('link', { name: 'Draw the same people again' }).click();
    assert.equal(await page.getByLabel('Number that draws the people').inputValue(), '42');
    const senior = await signed_in('senior_practitioner');
    const one = (await twin_of(senior, '/caseload/team')).cases[0].case;
    await senior.context().close();
    await page.goto(`${at}/cases/${one}/record`);
    await page.getByRole('link', { name: 'Have this record verified' }).click();
    assert.equal(await page.getByLabel('Reference of the case').inputValue(), one);
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    await page.getByText('Nothing of this case was touched').waitFor({ timeout: 60_000 });
    const { run: kept } = await twin_of(page, '/verification');
    assert.equal(await page.locator('tbody tr').count(), kept.found.events.length);
    await looked_at(page, 'verify-case');
    await page.locator('tbody th').first().getByRole('link').click();
    const proof = await twin_of(page, `/verification/events/${kept.found.events[0].index}`);
    assert.equal(await page.locator('tbody tr').count(), proof.path.length);
    assert.match(await page.locator('tbody tr').last().textContent(), new RegExp(proof.root));
    await looked_at(page, 'verify-proof');
    await page.context().close();
  });

  test('who read what, narrowed by reader and case, and kept in its address', async () => {
    const senior = await signed_in('senior_practitioner');
    const one = (await twin_of(senior, '/caseload/team')).cases[0].case;
    await senior.goto(`${at}/cases/${one}`);
    await senior.context().close();
    const page = await to_look_at('auditor');
    await page.goto(`${at}/access-log`);
    await page.getByText('Narrow the list').click();
    await page.getByLabel('Who read', { exact: true }).fill('sample.senior_practitioner');
    await page.getByLabel('Reference of the case').fill(one);
    await page.getByRole('button', { name: 'Show these' }).click();
    const { entries } = await twin_of(page, `/access-log?reader=sample.senior_practitioner&case=${one}`);
    assert.ok(entries.length >= 2, 'the list that named the case, and the case');
    assert.equal(await page.locator('tbody tr').count(), entries.length);
    const file = await page.getByRole('link', { name: /as a table/ }).getAttribute('href');
    assert.equal((await (await page.request.get(`${at}${file}`)).text()).trimEnd().split('\r\n').length, entries.length + 1);
    await looked_at(page, 'access-log-narrowed');
    await page.goto(`${at}/access-log?from=2016-02-31`);
    assert.match(await page.title(), /^Error: /);
    await looked_at(page, 'access-log-error');
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
    // What is missing leads to the form that gives it.
    const lacks = releases.find((one) => one.items.some((item) => item.command === 'accommodation.record'));
    assert.ok(lacks, 'no release lacks a place to sleep');
    await page.goto(`${at}/releases/team`);
    await page.locator('tbody tr', { has: page.locator(`a[href="/cases/${lacks.case}"]`) })
      .getByRole('link', { name: /^Where they sleep recorded/ }).click();
    assert.match(page.url(), new RegExp(`/cases/${lacks.case}/do/accommodation/record$`));
    await page.context().close();
  });

  // In pounds, as pages write them.
  const pounds = (pence) => `${pence < 0 ? '-' : ''}£${(Math.abs(pence) / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;

  test('check 20: four steps from a total to an event, the same sums at every level, without script', async () => {
    const page = await signed_in('contract_manager');
    await page.getByRole('link', { name: 'Statements' }).first().click();
    await page.goto(`${at}/contracts/crc-2015/2016-03`); // 1: the statement of a period
    await page.getByRole('heading', { level: 1, name: /Statement for March 2016/ }).waitFor({ timeout: 60_000 });
    const { statement } = await twin_of(page, '/contracts/crc-2015/2016-03');
    assert.match(await page.locator('.sum').textContent(), new RegExp(pounds(statement.due_pence).replace('£', '.')));
    const all = [...statement.lines, ...statement.corrections.map((one) => ({ pence: one.change_pence }))];
    assert.equal(all.reduce((sum, one) => sum + one.pence, 0), statement.total_pence);
    // A line that is made of cases.
    let chosen;
    for (const one of statement.lines) {
      const [, period, clause, number] = one.line_id.split('/');
      const twin = await twin_of(page, `/contracts/crc-2015/${period}/${clause}/${number}`);
      if (!twin.cases.some((counted) => counted.pence !== undefined)) continue;
      assert.equal(twin.cases.reduce((sum, counted) => sum + (counted.pence ?? 0), 0), one.pence, one.line_id);
      chosen ??= { one, twin };
    }
    assert.ok(chosen, 'no line is made of cases');
    await page.locator('tbody tr', { hasText: chosen.one.line_id }).getByRole('link').first().click(); // 2
    assert.ok((await page.getByRole('heading', { level: 1 }).textContent()).includes(pounds(chosen.one.pence)));
    await page.locator('tbody tr').first().getByRole('link').click(); // 3
    await page.getByRole('link', { name: /^Event \d/ }).first().click(); // 4
    assert.match(page.url(), /\/events\/\d+\?known=\d+$/);
    assert.match(await page.locator('main').textContent(), /When it was recorded/);
    await page.context().close();
  });

  test('axe finds no fault on statements, at any level', async () => {
    const page = await to_look_at('contract_manager');
    await page.goto(`${at}/contracts`);
    await looked_at(page, 'contracts');
    await page.goto(`${at}/contracts/crc-2015/2016-03`);
    await page.getByRole('heading', { level: 1, name: /Statement for March 2016/ }).waitFor({ timeout: 60_000 });
    await looked_at(page, 'statement');
    const { statement } = await twin_of(page, '/contracts/crc-2015/2016-03');
    for (const one of statement.lines) {
      const path = `/${one.line_id.replace(/^[^/]*/, 'contracts/crc-2015')}`;
      const { cases } = await twin_of(page, path);
      if (cases.length === 0) continue;
      await page.goto(`${at}${path}`);
      await looked_at(page, 'statement-line');
      await page.locator('tbody tr').first().getByRole('link').click();
      await looked_at(page, 'statement-case');
      await page.getByRole('link', { name: /^Event \d/ }).first().click();
      await looked_at(page, 'statement-event');
      break;
    }
    await page.context().close();
  });

  test('check 21: a statement as known before differs, and the page names what was recorded since', async () => {
    const page = await to_look_at('contract_manager');
    const { size } = await twin_of(page, '/contracts');
    await page.goto(`${at}/contracts/crc-2015/2016-03?known=2016-04-01`);
    await page.getByRole('link', { name: 'See what has changed since, and why' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: 'See what has changed since, and why' }).click();
    await page.getByRole('heading', { level: 1, name: /What has changed since/ }).waitFor({ timeout: 60_000 });
    const known = page.url().match(/known=(\d+)/)[1];
    const twin = await twin_of(page, `/contracts/crc-2015/2016-03/changes?known=${known}`);
    assert.equal(twin.now_size, size);
    assert.equal(twin.lines.reduce((sum, one) => sum + one.now_pence - one.then_pence, 0),
      (await twin_of(page, '/contracts/crc-2015/2016-03')).statement.lines.reduce((sum, one) => sum + one.pence, 0) -
      (await twin_of(page, `/contracts/crc-2015/2016-03?known=${known}`)).statement.lines.reduce((sum, one) => sum + one.pence, 0));
    assert.equal(await page.locator('table').last().locator('tbody tr').count(), twin.cases.length);
    for (const one of twin.cases.filter((each) => !each.closed))
      assert.ok(one.since.every((event) => event.index >= Number(known) || event.corrections.length > 0));
    await looked_at(page, 'statement-changes');
    await page.context().close();
  });

  test('a senior practitioner gives a case to the one who is recommended, or says why not', async () => {
    const page = await to_look_at('senior_practitioner');
    await page.getByRole('link', { name: 'Workload' }).click();
    await looked_at(page, 'workload');
    const { waiting, staff } = await twin_of(page, '/workload');
    assert.ok(staff.length > 0);
    // Whoever waits; otherwise any case of the body can be given to another.
    const one = waiting[0]?.case ?? (await twin_of(page, '/caseload')).cases[0].case;
    await page.goto(`${at}/cases/${one}/allocate`);
    await looked_at(page, 'allocation');
    if (await page.getByRole('button', { name: 'Continue' }).count() === 1) {
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.title(), /^Error: /);
      await looked_at(page, 'allocation-error');
      await page.locator('input[name=practitioner]').first().check();
      await page.locator('input[name=reason]').first().check();
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.locator('main').textContent(), /With this case: \d+ p/);
      await looked_at(page, 'allocation-check');
      await page.getByRole('button', { name: 'Change Practitioner' }).click();
      assert.ok(await page.locator('input[name=practitioner]').first().isChecked());
    }
    await page.context().close();
  });

  test('a senior manager assigns a member of staff, makes a post and puts them in it', async () => {
    const page = await to_look_at('senior_manager');
    await page.getByLabel('Pages').getByRole('link', { name: 'Workload' }).click();
    await looked_at(page, 'workload-manager');
    await page.getByRole('link', { name: 'See posts and staff' }).click();
    await looked_at(page, 'staff');
    const { staff, posts } = await twin_of(page, '/staff');
    assert.equal(posts.length, 0, 'the sample has no posts');
    assert.equal(await page.locator('table').last().locator('tbody tr').count(), staff.length);
    const one = staff.find((each) => each.account === 'sample.practitioner').staff;
    const body = await twin_of(page, '/staff').then((twin) => twin.body);
    const give = async (record, link, fill) => {
      await page.goto(`${at}/staff/${record}`);
      await page.getByText('Posts and staff', { exact: true }).last().click();
      await page.getByRole('link', { name: link }).click();
      await fill();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('button', { name: link }).click();
      await page.locator('.govuk-notification-banner--success').waitFor();
    };
    await give(one, 'Assign a member of staff to a body', async () => {
      await looked_at(page, 'staff-form');
      await page.getByLabel(/body/).first().fill(body);
      await page.getByLabel('Split of service').check();
    });
    await looked_at(page, 'staff-record');
    await give(one, 'Give a member of staff a grade', async () => {
      await page.getByLabel('Probation officer', { exact: true }).check();
      await page.getByLabel('Appointed').check();
    });
    await page.goto(`${at}/staff`);
    await page.getByRole('link', { name: 'Make a post' }).click();
    await page.getByLabel('Probation officer', { exact: true }).check();
    await page.getByLabel(/minutes/i).fill('2220');
    await page.getByRole('button', { name: 'Continue' }).click();
    await looked_at(page, 'post-check');
    await page.getByRole('button', { name: 'Make a post in a body' }).click();
    await looked_at(page, 'post-record');
    const [made] = (await twin_of(page, '/staff')).posts;
    await give(made.post, 'Put a member of staff in the post', async () => {
      await page.getByLabel('sample.practitioner').check();
    });
    const { member } = await twin_of(page, `/staff/${one}`);
    assert.equal(member.minutes, 2220);
    assert.match(await page.locator('main').textContent(), /sample\.practitioner/);
    await page.context().close();
  });
}
