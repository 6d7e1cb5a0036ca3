// What happens in a case, in a real browser: failures and their letters, a rise of risk and the hand-over, plans with
// both their statuses, lists that are narrowed. axe finds nothing at two widths; everything works without script.
//
//   npm ci && node --test tests/browser/cases.spec.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { asked, level_on, levels_of_risk, looked_at, program, served, signed_in_at } from './served.mjs';

const word = 'blue kettle walks';

if (ready('what happens in a case')) {
  let at;
  let stop;
  let other_body; // that takes people over
  let closed; // a case that is closed to the practitioner

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    const accounts = join(folder, 'area.accounts');
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    const { owed } = asked('owed', '--ledger', ledger);
    const counts = new Map();
    for (const one of owed) if (one.practitioner) counts.set(one.practitioner, (counts.get(one.practitioner) ?? 0) + 1);
    const [staff] = [...counts].sort((a, b) => b[1] - a[1])[0];
    const mine = owed.filter((one) => one.practitioner === staff);
    const { provider } = mine[0];
    other_body = provider === 'NPS' ? 'CRC' : 'NPS';
    const add = (name, role, body, code) =>
      execFileSync(program, ['account', 'add', name, '--accounts', accounts, '--role', role, '--provider', body,
        '--staff', code], { input: `${word}\n` });
    add('anna.lee', 'practitioner', provider, staff);
    add('sue.grey', 'senior_practitioner', provider, 'd'.repeat(32));
    add('olu.west', 'senior_practitioner', other_body, 'e'.repeat(32));
    closed = owed.find((one) => one.practitioner !== staff && one.provider === provider).case;
    run('act', 'access.exclude', `staff=${staff}`, 'reason=conflict_of_interest', '--ledger', ledger, '--case', closed,
      '--role', 'senior_manager', '--provider', provider, '--operator', 'f'.repeat(32));
    ({ at, stop } = await served(ledger, '--accounts', accounts));
  });

  after(() => stop?.());

  const signed_in = (name, options = {}) => signed_in_at(at, name, word, options);
  const to_look_at = (name) => signed_in(name);
  const twin_of = async (page, path) => (await page.request.get(`${at}/api/v1${path}`)).json();
  const give = async (page, one, command, fields) => {
    const answer = await page.request.post(`${at}/api/v1/cases/${one}/commands`, {
      data: { id: randomBytes(16).toString('hex'), command, fields },
    });
    assert.equal(answer.status(), 201, `${command}: ${await answer.text()}`);
    return answer.json();
  };
  // Of the reader's, those that `takes` takes; of each its overview.
  const first_case = async (page, takes) => {
    const { cases } = await twin_of(page, '/caseload');
    for (const one of cases) {
      const overview = await twin_of(page, `/cases/${one.case}`);
      if (await takes(overview)) return overview;
    }
    return assert.fail('the sample has no such case');
  };
  const living = (one) => !one.died && !one.in_custody && one.orders.some((order) => order.ended === undefined);

  // A case of which an absence is recorded that is answered by a warning.
  const with_a_failure_to_warn_of = async (page) => {
    const { cases } = await twin_of(page, '/caseload');
    for (const one of cases) {
      const overview = await twin_of(page, `/cases/${one.case}`);
      const before_it = await twin_of(page, `/cases/${one.case}/enforcement`);
      const met = overview.appointments.find((each) => each.outcome === 'attended_complied');
      if (!living(overview) || !met || before_it.warned_until ||
        before_it.breaches.some((breach) => breach.stage !== 'concluded' && breach.stage !== 'not_taken'))
        continue;
      await give(page, one.case, 'appointment.correct_outcome',
        { appointment: met.appointment, outcome: 'unacceptable_absence', because: 'entered_wrongly' });
      const shown = await twin_of(page, `/cases/${one.case}/enforcement`);
      if (shown.owed.some((item) => item.kind === 'warning')) return overview;
    }
    return assert.fail('the sample has no such case');
  };

  test('a wrong password gives one message, and the counts of the first page are those of its lists', async () => {
    const wrong = await signed_in_at(at, 'anna.lee', 'not this one');
    assert.equal(await wrong.getByText('is wrong').count(), 2, 'in the summary and at the field');
    await wrong.context().close();
    const page = await to_look_at('anna.lee');
    const twin = await twin_of(page, '/my-work');
    const counts = await page.getByRole('navigation', { name: 'You owe' }).getByRole('link').allTextContents();
    assert.deepEqual(counts.map((text) => Number(text.match(/[\d,]+/)[0].replace(',', ''))),
      [twin.owed.length, twin.owed.filter((one) => one.overdue).length, twin.today.length]);
    assert.equal(await page.locator('#owed tbody tr').count(), twin.owed.length);
    await looked_at(page, 'my-work');
    await page.context().close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`a caseload that is narrowed is kept in its address${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('anna.lee', { javaScriptEnabled });
      await page.getByRole('link', { name: 'Caseload', exact: true }).click();
      await page.getByText('Narrow the list').click();
      await page.getByLabel('Next appointment').selectOption('none');
      await page.getByRole('button', { name: 'Show these' }).click();
      const address = page.url();
      assert.match(address, /next=none/);
      const twin = await twin_of(page, '/caseload?next=none');
      assert.equal(twin.cases.every((one) => one.next_appointment === undefined), true);
      assert.ok(twin.people <= twin.people_in_all);
      const file = await page.getByRole('link', { name: /as a table/ }).getAttribute('href');
      const table = await page.request.get(`${at}${file}`);
      assert.match(table.headers()['content-type'], /^text\/csv/);
      assert.equal((await table.text()).trimEnd().split('\r\n').length, twin.people + 1, 'a title, and everybody');
      const names = await page.locator('tbody th').allTextContents();
      assert.equal(names.length, twin.cases.length);
      await page.goto(address);
      assert.deepEqual(await page.locator('tbody th').allTextContents(), names);
      if (javaScriptEnabled) await looked_at(page, 'caseload-narrowed');
      await page.getByRole('link', { name: 'Clear all' }).click();
      assert.equal(await page.locator('tbody th').count(), Math.min(50, twin.people_in_all));
      await page.context().close();
    });
  }

  test('a case says who it is of, and one that is closed says only that', async () => {
    const page = await to_look_at('anna.lee');
    const one = await first_case(page, (overview) => overview.birth_date !== undefined);
    await page.goto(`${at}/cases/${one.case}`);
    const said = await page.locator('main').textContent();
    assert.ok(said.includes(one.name));
    assert.match(said, /aged \d+/);
    assert.match(said, /Risk of serious harm/);
    await looked_at(page, 'case');
    assert.equal((await page.goto(`${at}/cases/${closed}`)).status(), 403);
    assert.match(await page.locator('h1').textContent(), /You cannot see this/);
    await looked_at(page, 'case-closed');
    await page.context().close();
  });

  for (const javaScriptEnabled of [true, false]) {
    test(`from a failure to the warning and its letter${javaScriptEnabled ? '' : ', without script'}`, async () => {
      const page = await signed_in('anna.lee', { javaScriptEnabled });
      const look = async (name) => javaScriptEnabled && looked_at(page, name);
      const one = await with_a_failure_to_warn_of(page);
      await page.goto(`${at}/cases/${one.case}`);
      await page.getByRole('link', { name: 'Enforcement', exact: true }).click();
      await look('enforcement');
      await page.getByRole('link', { name: /^Warning letter/ }).first().click();
      await look('letter-preview');
      await page.goBack();
      await page.getByRole('link', { name: /^Give the statutory warning/ }).first().click();
      const which = page.locator('select[name=appointment], input[name=appointment]:checked');
      assert.match(page.url(), new RegExp(await which.inputValue()), 'which failure it is for is filled in');
      await page.getByRole('button', { name: 'Continue' }).click();
      assert.match(await page.locator('main').textContent(), /What will be recorded/);
      await look('warning-check');
      await page.getByRole('button', { name: /^Give the statutory warning/ }).click();
      await page.waitForURL(/\?done=/);
      const shown = await twin_of(page, `/cases/${one.case}/enforcement`);
      assert.ok(shown.warned_until);
      await page.getByRole('link', { name: 'Enforcement', exact: true }).click();
      assert.match(await page.locator('main').textContent(), /A warning is in force/);
      assert.doesNotMatch(await page.locator('main').textContent(), /£/, 'what a breach costs is nowhere');
      await page.context().close();
    });
  }

  test('a letter is printed without what stands around it', async () => {
    const page = await signed_in('anna.lee');
    const one = await first_case(page, async (overview) => {
      const shown = await twin_of(page, `/cases/${overview.case}/enforcement`);
      return shown.failures.some((failure) => failure.counts);
    });
    const { failures } = await twin_of(page, `/cases/${one.case}/enforcement`);
    const failure = failures.find((each) => each.counts);
    await page.goto(`${at}/cases/${one.case}/appointments/${failure.appointment}/letter`);
    const visible = () => page.evaluate(() => ['.probity-letter', 'h1', '.probity-account']
      .map((name) => document.querySelector(name).checkVisibility()));
    assert.deepEqual(await visible(), [true, true, true]);
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await visible(), [true, false, false]);
    await page.context().close();
  });

  test('a decision other than the rule recommends needs a reason, and the senior practitioner sees it', async () => {
    const page = await to_look_at('anna.lee');
    const one = await first_case(page, async (overview) => {
      if (!living(overview)) return false;
      const shown = await twin_of(page, `/cases/${overview.case}/enforcement`);
      return shown.under === 'court_order' && shown.failures.some((failure) => failure.counts) &&
        shown.breaches.every((breach) => breach.stage === 'concluded' || breach.stage === 'not_taken');
    });
    const { failures } = await twin_of(page, `/cases/${one.case}/enforcement`);
    await give(page, one.case, 'enforcement.ask_review', { appointment: failures.find((each) => each.counts).appointment });
    await page.goto(`${at}/cases/${one.case}/enforcement`);
    await looked_at(page, 'enforcement-breach');
    await page.getByRole('link', { name: /^Decide whether to take the person back/ }).first().click();
    await page.getByLabel('Breach', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.match(await page.title(), /^Error: /);
    assert.match(await page.getByRole('alert').textContent(), /recommends|advises|says why/i);
    await looked_at(page, 'breach-without-reason');
    await page.getByLabel('Serious failure').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.match(await page.getByRole('alert').textContent(), /says why in words/);
    await page.getByRole('alert').getByRole('link').click();
    const why = 'Threatened the receptionist, who no longer feels safe at work.';
    await page.getByLabel(/^Explain why you decide otherwise/).fill(why);
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.match(await page.locator('main').textContent(), /The rule recommends: no further action/);
    await looked_at(page, 'breach-with-reason');
    await page.getByRole('button', { name: /^Decide whether/ }).click();
    await page.waitForURL(/\?done=/);
    await page.goto(`${at}/cases/${one.case}/enforcement`);
    await page.getByText(why).waitFor();
    await looked_at(page, 'enforcement-explained');
    await page.goto(`${at}/cases/${one.case}/record`);
    await page.getByRole('link', { name: 'Read why, on the page of enforcement' }).first().waitFor();
    const senior = await to_look_at('sue.grey');
    await senior.goto(`${at}/workload`);
    await senior.getByRole('link', { name: 'See decisions other than the rule recommends' }).click();
    assert.ok((await senior.locator('main').textContent()).includes(one.case.slice(0, 8)));
    await looked_at(senior, 'departures');
    await senior.context().close();
    await page.context().close();
  });

  test('risk rises to high: another body is asked, answers, and somebody holds the case throughout', async () => {
    const page = await to_look_at('anna.lee');
    const one = await first_case(page, async (overview) => {
      const shown = await twin_of(page, `/cases/${overview.case}/risk`);
      return living(overview) && (shown.hand_over === undefined || shown.hand_over.stage !== 'raised');
    });
    await page.goto(`${at}/cases/${one.case}/risk`);
    await looked_at(page, 'risk');
    await page.getByRole('link', { name: 'Judge the risk of serious harm' }).click();
    for (const each of ['Overall level', ...levels_of_risk]) await level_on(page, each, 'High').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Judge the risk of serious harm' }).click();
    await page.waitForURL(/\?done=/);
    await give(page, one.case, 'risk.escalate', { to: other_body });
    await page.goto(`${at}/cases/${one.case}/risk`);
    const held = async (shown) => assert.doesNotMatch(await shown.locator('main').textContent(), /Nobody holds this case/);
    await held(page);
    const before_it = (await twin_of(page, `/cases/${one.case}/risk`)).hand_over;
    assert.equal(before_it.to, other_body);
    await looked_at(page, 'risk-asked');
    const there = await to_look_at('olu.west');
    await there.goto(`${at}/cases/${one.case}/risk`);
    await there.getByRole('link', { name: /^Take the person over/ }).first().click();
    await there.getByLabel(/duty team/i).fill('duty-1');
    await there.getByRole('button', { name: 'Continue' }).click();
    await there.getByRole('button', { name: /^Take the person over/ }).click();
    await there.waitForURL(/\?done=/);
    await there.goto(`${at}/cases/${one.case}/risk`);
    await held(there);
    await looked_at(there, 'risk-taken-over');
    const now = (await twin_of(there, `/cases/${one.case}/risk`)).hand_over;
    assert.equal(now.people_of_to, before_it.people_of_to + 1, 'both workloads change');
    assert.equal(now.people_of_from, before_it.people_of_from - 1);
    assert.equal((await page.goto(`${at}/cases/${one.case}/risk`)).status(), 403, 'access follows the person');
    await there.context().close();
    await page.context().close();
  });

  test('a blank plan is filed in time and not sound; a copied one says so before it is filed', async () => {
    const page = await to_look_at('anna.lee');
    const two = [];
    await first_case(page, async (overview) => {
      const { plans } = await twin_of(page, `/cases/${overview.case}/plans`);
      if (living(overview) && plans.every((plan) => plan.status !== 'draft')) two.push(overview.case);
      return two.length === 3;
    });
    const begin = async (one) => {
      const made = await give(page, one, 'plan.draft', { kind: 'sentence' });
      return made.events[0].entity.plan;
    };
    const file = async (one) => {
      await page.goto(`${at}/cases/${one}/plans`);
      await page.locator('summary').getByText('Plans', { exact: true }).click();
      await page.getByRole('link', { name: 'File a draft' }).click();
    };
    const blank = await begin(two[0]);
    await page.goto(`${at}/cases/${two[0]}/do/plan/file?plan=${blank}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    assert.match(await page.locator('main').textContent(), /What will be recorded.*blank/s);
    await looked_at(page, 'plan-blank-check');
    await page.getByRole('button', { name: 'File a draft' }).click();
    await page.goto(`${at}/cases/${two[0]}/plans`);
    const twin = (await twin_of(page, `/cases/${two[0]}/plans`)).plans.find((plan) => plan.plan === blank);
    assert.equal(twin.checks.blank, 'failed');
    assert.equal(twin.status, 'filed');
    assert.match(await page.locator('main').textContent(), /Content not sound/);
    await looked_at(page, 'plans');
    const text = 'We look at rent and arrears each week with the housing worker until the tenancy is safe and then ' +
      'at training that fits the school day, with the tutor who knows the family and what went before';
    for (const one of two.slice(1)) {
      const plan = await begin(one);
      await give(page, one, 'plan.write', { plan, content: text });
      await file(one);
      await page.locator(`input[value="${plan}"]`).check();
      await page.getByRole('button', { name: 'Continue' }).click();
      if (one === two[2]) {
        assert.match(await page.locator('main').textContent(), /What will be recorded.*near copy/s);
        await looked_at(page, 'plan-copied-check');
      }
      await page.getByRole('button', { name: 'File a draft' }).click();
      if (one === two[2]) {
        assert.match(await page.locator('h1').textContent(), /nearly the same as another that you filed/);
        await looked_at(page, 'plan-copied-interruption');
        await page.getByRole('button', { name: 'Go back to the check' }).click();
        await page.getByRole('button', { name: 'File a draft' }).click();
        await page.getByRole('button', { name: 'File it as it is' }).click();
      }
      await page.waitForURL(/\?done=/);
    }
    const senior = await to_look_at('sue.grey');
    await senior.goto(`${at}/cases/${two[2]}/plans`);
    await looked_at(senior, 'plans-senior');
    await senior.getByRole('link', { name: 'See whose plans say nearly the same' }).first().click();
    assert.ok((await senior.locator('main').textContent()).includes(two[1].slice(0, 8)));
    await looked_at(senior, 'plan-twins');
    await senior.context().close();
    await page.context().close();
  });

  test('a report before sentence and a serious further offence, from the form to the page', async () => {
    const page = await to_look_at('anna.lee');
    const one = await first_case(page, living);
    await page.goto(`${at}/cases/${one.case}/court-reports`);
    await looked_at(page, 'court-reports-none');
    await give(page, one.case, 'court_report.ask', { type: 'fast', due: '2016-07-20' });
    await page.goto(`${at}/cases/${one.case}/court-reports`);
    assert.match(await page.locator('main').textContent(), /20 July 2016/);
    await looked_at(page, 'court-reports');
    await give(page, one.case, 'further_offence.learn',
      { offence: 'robbery', class: 'automatic', offence_on: '2016-06-20', charged_on: '2016-06-22' });
    await page.goto(`${at}/cases/${one.case}/further-offences`);
    assert.match(await page.locator('main').textContent(), /You held this case, so somebody else reviews it/);
    await looked_at(page, 'further-offences');
    await page.getByRole('link', { name: /^See the review pack/ }).click();
    await page.getByRole('heading', { level: 1, name: /Review pack: the morning of 20 June 2016/ }).waitFor({ timeout: 60_000 });
    const pack = await twin_of(page, new URL(page.url()).pathname);
    assert.equal(await page.locator('table', { hasText: 'As known on' }).locator('tbody tr').count(), pack.chronology.length);
    assert.ok(pack.chronology.every((entry) => entry.recorded < '2016-06-20'));
    await looked_at(page, 'review-pack');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByLabel('The morning of another day').isVisible(), false);
    assert.equal(await page.getByRole('heading', { name: 'Who held the case' }).isVisible(), true);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('The morning of another day').fill('soon');
    await page.getByRole('button', { name: 'Show' }).click();
    assert.match(await page.title(), /^Error: /);
    await looked_at(page, 'review-pack-error');
    await page.context().close();
  });

  test('a note is written with the outcome and read from the case, and nobody else sees it', async () => {
    const page = await to_look_at('anna.lee');
    await page.getByRole('link', { name: /^Record outcome/ }).first().click();
    const [, one] = page.url().match(/cases\/([0-9a-f]{32})/);
    await page.getByLabel('Attended, complied', { exact: true }).check();
    await page.getByLabel('Note (optional)').fill('Came on time.\nA sister told us of a quarrel.');
    await page.getByRole('button', { name: 'Record outcome' }).click();
    assert.match(await page.title(), /^Error: /);
    await page.getByRole('link', { name: 'Select yes if the note is sensitive' }).click();
    await looked_at(page, 'outcome-note-error');
    await page.getByRole('group', { name: 'Is the note sensitive?' }).getByLabel('Yes', { exact: true }).check();
    await page.getByRole('button', { name: 'Record outcome' }).click();
    await page.waitForURL(/my-work/);
    await page.goto(`${at}/cases/${one}/record`);
    assert.doesNotMatch(await page.locator('main').textContent(), /quarrel/);
    await page.getByRole('link', { name: 'Read the note' }).first().click();
    assert.match(await page.locator('main').textContent(), /Sensitive.*Came on time\..*A sister told us of a quarrel\./s);
    await looked_at(page, 'note');
    await page.context().close();
  });

  test('somebody new is taken up, and a record that may be the same is named', async () => {
    const page = await to_look_at('sue.grey');
    const { cases } = await twin_of(page, '/caseload/team');
    const like = await twin_of(page, `/cases/${cases.find((one) => one.name).case}`);
    await page.goto(`${at}/search`);
    await page.getByRole('link', { name: 'Open the record of somebody who is not there yet' }).click();
    await looked_at(page, 'open-record');
    await page.locator('#name').fill(like.name);
    const [year, month, day] = like.birth_date.split('-').map(Number);
    for (const [part, value] of [['day', day], ['month', month], ['year', year]])
      await page.locator(`#birth_date-${part}`).fill(`${value}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await looked_at(page, 'open-record-check');
    await page.getByRole('button', { name: /^Open the record/ }).click();
    await page.waitForURL(/\?done=/);
    assert.match(await page.locator('main').textContent(), /may be the same person as/);
    assert.ok((await page.locator('main').textContent()).includes(like.case.slice(0, 8)));
    await looked_at(page, 'case-may-be-same');
    await page.context().close();
  });

  test('a corrected outcome leaves the old one readable', async () => {
    const page = await to_look_at('anna.lee');
    let appointment;
    const one = await first_case(page, (overview) => {
      appointment = overview.appointments.find((each) => each.outcome === 'attended_complied');
      return living(overview) && appointment !== undefined;
    });
    await give(page, one.case, 'appointment.correct_outcome',
      { appointment: appointment.appointment, outcome: 'unacceptable_absence', because: 'entered_wrongly' });
    await page.goto(`${at}/cases/${one.case}/record`);
    assert.match(await page.locator('main').textContent(), /Outcome: attended complied.*Corrected by event/s);
    await looked_at(page, 'record-corrected');
    await page.context().close();
  });
}
