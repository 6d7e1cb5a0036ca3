// Every page that the service has, by the list of its own routes, as a role that may see it, and the states that no
// address leads to; what is printed of a case and of a statement.
//
//   npm ci && node --test tests/browser/pages.spec.mjs
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { looked_at, program, served, signed_in_at } from './served.mjs';

const roles = ['practitioner', 'senior_practitioner', 'case_administrator', 'auditor', 'contract_manager', 'senior_manager',
  'unpaid_work_supervisor', 'analyst', 'system_administrator'];
// Where not everybody who may do something may do it to anybody.
const best_for = { give_staff_command: 'senior_manager' };
const own_word = 'blue kettle walks';

if (ready('every page')) {
  const ledger = join(folder, 'area.ledger');
  const accounts = join(folder, 'area.accounts');
  const bad = join(folder, 'bad.ledger');
  let at;
  let word;
  let stop;
  const pages = {}; // role → a page on which it is signed in
  const may = {}; // role → its actions

  before(async () => {
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    for (const part of ['', '.keys', '.secret', '.lock']) writeFileSync(bad + part, readFileSync(ledger + part));
    // A senior practitioner of a body that has nobody else.
    execFileSync(program, ['account', 'add', 'lone.senior', '--accounts', accounts, '--role', 'senior_practitioner',
      '--provider', 'CRC9', '--staff', 'c'.repeat(32)], { input: `${own_word}\n` });
    ({ at, word, stop } = await served(ledger, '--accounts', accounts, '--contracts', 'contracts'));
    for (const role of roles) {
      pages[role] = await signed_in_at(at, `sample.${role}`, word);
      may[role] = (await twin_of(pages[role], '/account')).may;
    }
  });

  after(() => stop?.());

  const twin_of = async (page, path) => (await page.request.get(`${at}/api/v1${path}`)).json();
  const sent = async (page, path, data) => {
    const answer = await page.request.post(`${at}/api/v1${path}`, { data });
    assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
    return answer.json();
  };
  const id = () => randomBytes(16).toString('hex');
  const give = (page, one, command, fields) => sent(page, `/cases/${one}/commands`, { id: id(), command, fields });
  const settled = (page) => page.getByRole('heading', { level: 1, name: /Statement for/ }).waitFor({ timeout: 60_000 });
  const first = async (list, takes) => {
    for (const one of list) {
      const found = await takes(one);
      if (found) return found;
    }
    return assert.fail('the sample has no such thing');
  };

  // A record that looks like another's.
  async function make_a_double(page) {
    const { cases } = await twin_of(page, '/caseload');
    const like = await twin_of(page, `/cases/${cases[0].case}`);
    await sent(page, '/cases', { id: id(), command: 'person.register', fields: { name: like.name, birth_date: like.birth_date } });
  }

  // What stands in the address of each page: by the pattern, or for all patterns.
  async function examples() {
    const { practitioner, senior_practitioner: senior, contract_manager: manager } = pages;
    const { cases } = await twin_of(practitioner, '/caseload');
    const failed = await first(cases, async (one) => {
      const { failures } = await twin_of(practitioner, `/cases/${one.case}/enforcement`);
      const failure = failures.find((each) => each.counts);
      return failure && { '{case:hex32}': one.case, '{appointment:hex32}': failure.appointment };
    });
    const planned = await first(cases, async (one) => {
      const { plans } = await twin_of(practitioner, `/cases/${one.case}/plans`);
      return plans.length > 0 && { '{case:hex32}': one.case, '{plan:hex32}': plans[0].plan };
    });
    const offended = await first(cases, async (one) => {
      const given = await practitioner.request.post(`${at}/api/v1/cases/${one.case}/commands`, { data: { id: id(),
        command: 'further_offence.learn',
        fields: { offence: 'robbery', class: 'automatic', offence_on: '2016-06-20', charged_on: '2016-06-22' } } });
      return given.ok() && { '{case:hex32}': one.case,
        '{further_offence:hex32}': (await given.json()).events[0].entity.further_offence };
    });
    const noted = await first(cases, async (one) => {
      const { appointments } = await twin_of(practitioner, `/cases/${one.case}`);
      const met = one.case !== failed['{case:hex32}'] && appointments.find((each) => each.outcome === 'attended_complied');
      if (!met) return undefined;
      await give(practitioner, one.case, 'appointment.correct_outcome', { appointment: met.appointment,
        outcome: 'attended_failed_to_comply', because: 'entered_wrongly', note: 'Left early.', sensitive: 'false' });
      return { '{case:hex32}': one.case, '{appointment:hex32}': met.appointment };
    });
    const { staff } = await twin_of(senior, '/workload');
    await manager.goto(`${at}/contracts/crc-2015/2016-03`);
    await settled(manager);
    const { statement } = await twin_of(manager, '/contracts/crc-2015/2016-03');
    const counted = await first(statement.lines, async (line) => {
      const [, , clause, number] = line.line_id.split('/');
      const shown = await twin_of(manager, `/contracts/crc-2015/2016-03/${clause}/${number}`);
      if (shown.cases.length === 0) return undefined;
      const record = shown.cases[0].case;
      await manager.goto(`${at}/contracts/crc-2015/2016-03/${clause}/${number}/cases/${record}`);
      const event = await manager.getByRole('link', { name: /^Event \d/ }).first().getAttribute('href');
      return { '{clause:word}': clause, '{line:word}': number, '{record:hex32}': record,
        '{event:number}': event.match(/events\/(\d+)/)[1] };
    });
    return (pattern) => ({
      ...[failed, planned, offended].findLast((one) => Object.keys(one).every((part) => pattern.includes(part))) ?? failed,
      ...(pattern.endsWith('/note') ? noted : {}),
      ...counted,
      '{staff:hex32}': staff[0].staff,
      ...(pattern.startsWith('/staff/')
        ? { '{family:word}': 'workforce', '{act:word}': 'assign' }
        : { '{family:word}': 'risk', '{act:word}': 'judge_harm' }),
      '{name:word}': 'crc-2015',
      '{period:word}': '2016-03',
      '{file:rest}': 'icon.svg',
    });
  }

  test('every page that has an address', async () => {
    await make_a_double(pages.senior_practitioner);
    const of = await examples();
    const listed = execFileSync(program, ['serve', '--routes', '--ledger', bad, '--accounts', `${bad}.accounts`],
      { encoding: 'utf8' });
    const routes = listed.trim().split('\n').map((line) => line.split(' '))
      .filter(([method, pattern]) => method === 'GET' && !pattern.startsWith('/api/'));
    let seen = 0;
    for (const [, pattern, action] of routes) {
      const values = of(pattern);
      const path = pattern.replaceAll(/\{[^}]*\}/g, (part) => values[part] ?? assert.fail(`say what ${part} of ${pattern} is`));
      const role = action === 'open' ? 'practitioner' : best_for[action] ?? roles.find((one) => may[one].includes(action));
      assert.ok(role, `who may ${action}?`);
      const answer = await pages[role].request.get(`${at}${path}`);
      assert.equal(answer.status(), 200, `${path} as ${role}`);
      if (!answer.headers()['content-type'].startsWith('text/html')) continue;
      await pages[role].goto(`${at}${path}`);
      try {
        await looked_at(pages[role], `page${pattern.replaceAll(/\W+/g, '-')}`);
      } catch (fault) {
        fault.message = `${path} as ${role}: ${fault.message}`;
        throw fault;
      }
      seen += 1;
    }
    assert.ok(seen > 35, `only ${seen} pages`);
  });

  test('two records that look alike, and what is said of them', async () => {
    const page = pages.case_administrator;
    await page.goto(`${at}/doubles`);
    const { pairs } = await twin_of(page, '/doubles');
    assert.ok(pairs.length > 0);
    assert.equal(await page.getByRole('button', { name: 'They are two people' }).count(), pairs.length);
    await page.getByRole('button', { name: 'They are two people' }).first().click();
    assert.match(await page.locator('main').textContent(), /are told apart/);
    await looked_at(page, 'doubles-told-apart');
  });

  test('the copy that a person may ask for', async () => {
    const page = pages.senior_practitioner;
    const { cases } = await twin_of(page, '/caseload');
    await page.goto(`${at}/cases/${cases[0].case}/copy`);
    await page.locator('main').getByRole('button').click();
    await page.getByRole('heading', { name: /Who read/ }).waitFor();
    assert.ok((await page.locator('h1').textContent()).includes(cases[0].name));
    await looked_at(page, 'copy-made');
  });

  test('the letter that asks for evidence, and an outcome that is recorded already', async () => {
    const page = pages.practitioner;
    const { cases } = await twin_of(page, '/caseload');
    const path = await first(cases, async (one) => {
      const overview = await twin_of(page, `/cases/${one.case}`);
      const met = overview.appointments.find((each) => each.outcome === 'attended_complied');
      if (!met || overview.died || overview.in_custody) return undefined;
      const given = await page.request.post(`${at}/api/v1/cases/${one.case}/commands`, { data: { id: id(),
        command: 'appointment.correct_outcome',
        fields: { appointment: met.appointment, outcome: 'failed_to_attend_reason_pending', because: 'entered_wrongly' } } });
      const path = `/cases/${one.case}/appointments/${met.appointment}`;
      return given.ok() && (await page.request.get(`${at}${path}/letter`)).ok() && path;
    });
    await page.goto(`${at}${path}/letter`);
    assert.match(await page.locator('article').textContent(), /show us what proves it/);
    await looked_at(page, 'letter-evidence');
    await page.goto(`${at}${path}/outcome`);
    assert.match(await page.locator('main').textContent(), /An outcome is recorded already.*Corrected .* by You/s);
    await looked_at(page, 'outcome-already');
    await page.getByRole('link', { name: 'Correct the outcome of an appointment' }).click();
    const chosen = page.locator('select[name=appointment], input[name=appointment]:checked'); // by how many there are
    assert.equal(await chosen.inputValue(), path.split('/').at(-1));
  });

  test('an appointment that is still to come', async () => {
    const page = pages.practitioner;
    const { cases } = await twin_of(page, '/caseload');
    const path = await first(cases, async (one) => {
      const given = await page.request.post(`${at}/api/v1/cases/${one.case}/commands`, { data: { id: id(),
        command: 'appointment.arrange', fields: { starts: '2016-08-17T10:00:00.000000Z', mode: 'office' } } });
      return given.ok() && `/cases/${one.case}/appointments/${(await given.json()).events[0].entity.appointment}`;
    });
    await page.goto(`${at}${path}/outcome`);
    await page.getByRole('heading', { name: 'This appointment has not happened yet' }).waitFor();
    await looked_at(page, 'outcome-to-come');
    await page.getByRole('link', { name: /^Call off an appointment/ }).click();
    await page.getByRole('heading', { name: /^Call off an appointment/ }).waitFor();
    await page.locator('.probity-identity').waitFor();
  });

  test('a case that nobody can take', async () => {
    const page = await signed_in_at(at, 'lone.senior', own_word);
    const { events } = await sent(page, '/cases',
      { id: id(), command: 'person.register', fields: { name: 'Ada Lonely', birth_date: '1990-09-13' } });
    const one = events[0].stream;
    await give(page, one, 'supervision.assign', { provider: 'CRC9', reason: 'initial_allocation', team: 'duty-9' });
    await page.goto(`${at}/cases/${one}/allocate`);
    assert.match(await page.locator('main').textContent(), /cannot be given to anybody/);
    await looked_at(page, 'allocation-nobody');
    await page.context().close();
  });

  test('a statement that is being computed', async () => {
    const page = pages.contract_manager;
    await page.goto(`${at}/contracts/crc-2015/2016-02?still=yes`); // which nobody has asked for before
    assert.ok(await page.locator('progress').isVisible());
    await looked_at(page, 'statement-settling');
  });

  test('a verification that runs, and one that finds nothing touched', async () => {
    const page = pages.auditor;
    await first([1, 2, 3, 4, 5], async () => {
      await sent(page, '/verification', {});
      await page.goto(`${at}/assure/verify?still=yes`);
      const runs = await page.locator('progress').isVisible();
      if (!runs) await page.getByText('Nothing was touched').waitFor();
      return runs;
    });
    await looked_at(page, 'verify-running');
    await page.goto(`${at}/assure/verify`);
    await page.getByText('Nothing was touched').waitFor({ timeout: 60_000 });
    await looked_at(page, 'verify-good');
  });

  test('a ledger that is not as it was written', async () => {
    // A minute of one appointment is another.
    const bytes = readFileSync(bad);
    const moment = bytes.indexOf('"starts":"2015-') + '"starts":"2015-03-01T09:0'.length;
    bytes[moment] = bytes[moment] === '5'.charCodeAt() ? '4'.charCodeAt() : '5'.charCodeAt();
    writeFileSync(bad, bytes);
    const other = await served(bad, '--accounts', `${bad}.accounts`);
    const page = await signed_in_at(other.at, 'sample.auditor', other.word);
    await page.goto(`${other.at}/assure/verify`);
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    await page.getByText('This ledger is not as it was written').waitFor({ timeout: 60_000 });
    assert.ok(await page.locator('tbody tr').count() > 0);
    await looked_at(page, 'verify-bad');
    await page.context().close();
    await other.stop();
  });

  const reader = spawnSync('pdftotext', ['-v']).error === undefined;
  if (!reader) console.log('skipped: what is printed (missing: pdftotext, of poppler-utils)');

  // What a browser prints of a page, as text.
  async function printed(page, name) {
    const file = join(folder, `${name}.pdf`);
    await page.pdf({ path: file, format: 'A4' });
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  }

  test('printed, a case says who it is of and what is due, and leaves out what leads elsewhere', { skip: !reader }, async () => {
    const page = pages.practitioner;
    const { cases } = await twin_of(page, '/caseload');
    await page.goto(`${at}/cases/${cases[0].case}`);
    const text = await printed(page, 'case');
    for (const words of [cases[0].name, cases[0].case.slice(0, 8), 'Risk of serious harm', 'What is due', 'Appointments'])
      assert.ok(text.includes(words), `${words} is not in print`);
    assert.doesNotMatch(text, /Skip to main content|Sign out/);
  });

  test('printed, a statement has its sum and every line', { skip: !reader }, async () => {
    const page = pages.contract_manager;
    await page.goto(`${at}/contracts/crc-2015/2016-03`);
    await settled(page);
    const { statement } = await twin_of(page, '/contracts/crc-2015/2016-03');
    const sum = await page.locator('.sum').first().textContent();
    const text = await printed(page, 'statement');
    assert.ok(text.includes('Statement for March 2016') && text.includes(sum));
    for (const line of statement.lines)
      assert.ok(text.replaceAll(/\s/g, '').includes(line.title.replaceAll(/\s/g, '')), `${line.title} is not in print`);
  });
}
