// What a new reviewer tries first: a release that is recorded two days late, and a ledger of which one byte was changed.
//
//   npm ci && node --test tests/browser/reviewer.spec.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { asked, looked_at, program, served, signed_in_at } from './served.mjs';

const period = '2016-06';
const left = '2016-06-28'; // two days before the last day of the sample

if (ready('what a reviewer tries')) {
  const ledger = join(folder, 'area.ledger');
  let at;
  let word;
  let stop;
  let one; // somebody in prison, whose release nobody recorded
  let head; // the note of a checkpoint, kept before anything else happens
  let copy; // the ledger of then, with a byte of one event changed
  const touched = 1234; // that event

  // The prison's feed says that they left.
  function notify() {
    const { events } = asked('verify', '--ledger', ledger);
    const last = JSON.parse(asked('prove', `${events - 1}`, '--ledger', ledger).body);
    const notice = {
      actor: last.actor, channel: 'system', entity: { custody: one.custody }, facts: {},
      id: last.id.slice(0, 12) + 'ab'.repeat(10), log: last.log, provider: 'prison', recorded: last.recorded,
      role: 'prison', schema: 1, stream: one.case, type: 'custody.release_notified', v: 1,
      valid: { from: left, precision: 'day' },
    };
    const file = join(folder, 'notice.jsonl');
    writeFileSync(file, `${JSON.stringify({ events: [notice] })}\n`);
    run('append', file, '--ledger', ledger);
  }

  // The same ledger with one byte of an event's body changed.
  function with_a_byte_flipped(index) {
    const file = join(folder, 'copy.ledger');
    for (const end of ['', '.keys', '.secret']) copyFileSync(ledger + end, file + end);
    const { body } = asked('prove', `${index}`, '--ledger', ledger);
    const bytes = readFileSync(file);
    const from = bytes.indexOf(body);
    assert.ok(from > 0 && bytes.indexOf(body, from + 1) < 0, 'the body stands in the file once');
    const actor = from + body.indexOf('"actor":"') + 9;
    bytes[actor] = bytes[actor] === 0x30 ? 0x31 : 0x30; // "0", "1": another member of staff
    writeFileSync(file, bytes);
    return file;
  }

  before(async () => {
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    const { releases } = asked('releases', '--ledger', ledger);
    one = releases.find((release) => release.known_as === 'planned' && release.provider.startsWith('CRC'));
    assert.ok(one, 'nobody of the sample waits for release');
    notify();
    head = execFileSync(program, ['checkpoint', '--ledger', ledger]).toString();
    copy = with_a_byte_flipped(touched);
    ({ at, word, stop } = await served(ledger, '--contracts', 'contracts'));
  });

  after(() => stop?.());

  const to_look_at = (role, where = at) => signed_in_at(where, `sample.${role}`, word);
  const twin_of = async (page, path) => (await page.request.get(`${at}/api/v1${path}`)).json();
  const main_of = (page) => page.locator('main').textContent();

  test('check 12: a release that is recorded two days late', async () => {
    const page = await to_look_at('senior_practitioner');
    await page.goto(`${at}/releases/team`);
    assert.match(await page.locator('tbody tr').first().textContent(), /28 June 2016, 2 days ago.*Release not recorded/s);
    await page.locator('tbody tr').first().getByRole('link').first().click();
    await page.locator('summary').getByText('Prison and release', { exact: true }).click();
    await page.getByRole('link', { name: 'Record the release', exact: true }).click();
    await page.getByLabel(/^The person came into custody/).check();
    await page.getByLabel('Licence', { exact: true }).check();
    for (const [part, value] of [['day', '28'], ['month', '6'], ['year', '2016']])
      await page.locator(`#act_day-${part}`).fill(value);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Record the release' }).click();
    await page.waitForURL(/\?done=/);
    const row = page.locator('tbody tr', { hasText: 'Release type' }).first();
    assert.match(await row.locator('[data-column="When it happened"]').textContent(), /^28 June 2016$/);
    assert.match(await row.locator('[data-column="When it was recorded"]').textContent(), /^30 June 2016 at /);
    await looked_at(page, 'release-late');
    for (const path of ['', '/enforcement', '/risk', '/plans', '/record']) {
      await page.goto(`${at}/cases/${one.case}${path}`);
      assert.doesNotMatch(await main_of(page), /£/, `what it costs stands on ${path}`);
    }
    assert.equal((await page.goto(`${at}/contracts/crc-2015/${period}`)).status(), 403);
    await page.context().close();

    const manager = await to_look_at('contract_manager');
    await manager.goto(`${at}/contracts/crc-2015/${period}`);
    await manager.getByRole('heading', { level: 1, name: /Statement for June 2016/ }).waitFor({ timeout: 60_000 });
    await manager.locator('a[href*="/release_penalty/"]').first().click();
    const counted = manager.locator('tbody tr', { hasText: one.case.slice(0, 8) });
    assert.match(await counted.textContent({ timeout: 3000 }), /due 28 June 2016.*Missed.*-£2,000\.00/s);
    await counted.getByRole('link').click();
    const links = manager.getByRole('link', { name: /^Event \d/ });
    const said = [];
    for (const address of await links.evaluateAll((all) => all.map((link) => link.href))) {
      await manager.goto(address);
      said.push(await main_of(manager));
    }
    assert.ok(said.some((text) => /28 June 2016.*30 June 2016 at /s.test(text)), 'both times stand on the event');
    assert.equal((await manager.goto(`${at}/cases/${one.case}`)).status(), 403);
    await manager.context().close();
  });

  // What the page of verification says when it has ended.
  async function verified(page, where, note) {
    await page.goto(`${where}/assure/verify`);
    if (note) await page.getByLabel(/Note of a checkpoint/).fill(note);
    await page.getByRole('button', { name: 'Begin to verify' }).click();
    await page.getByRole('heading', { name: 'What was found last' }).waitFor({ timeout: 60_000 });
  }

  test('check 22: a ledger is green, one byte of a copy makes it red at the right event, a head that was kept fits', async () => {
    const page = await to_look_at('auditor');
    await verified(page, at);
    assert.match(await main_of(page), /Nothing was touched/);
    await verified(page, at, head);
    assert.match(await main_of(page), /Nothing was touched.*Compared with a note kept elsewhereYes/s);
    await page.context().close();

    const of_copy = await served(copy);
    try {
      const red = await signed_in_at(of_copy.at, 'sample.auditor', of_copy.word);
      await verified(red, of_copy.at, head);
      assert.match(await main_of(red), /This ledger is not as it was written/);
      assert.doesNotMatch(await main_of(red), /Nothing was touched/);
      const events = await red.locator('table tbody tr th').allTextContents();
      assert.equal(events[0], '1,234', 'the first of the findings is the event that was changed');
      await looked_at(red, 'verify-red');
      await red.context().close();
    } finally {
      await of_copy.stop();
    }
  });

  test('check 21: the release explains why the statement of a day before differs', async () => {
    const page = await to_look_at('contract_manager');
    const known = async (path) => {
      await page.goto(`${at}${path}`);
      await page.getByRole('heading', { level: 1, name: /Statement for|What has changed/ }).waitFor({ timeout: 60_000 });
    };
    await known(`/contracts/crc-2015/${period}`);
    const now = (await twin_of(page, `/contracts/crc-2015/${period}`)).statement;
    await known(`/contracts/crc-2015/${period}?known=2016-06-29`);
    const then = (await twin_of(page, `/contracts/crc-2015/${period}?known=2016-06-29`)).statement;
    assert.notEqual(then.total_pence, now.total_pence);
    await known(`/contracts/crc-2015/${period}/changes?known=2016-06-29`);
    assert.match(await main_of(page), new RegExp(`Release not recorded on the day.*${one.case.slice(0, 8)}`, 's'));
    await page.context().close();
  });
}
