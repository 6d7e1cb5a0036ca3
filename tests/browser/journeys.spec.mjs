// How much of somebody's time the commonest acts take: clicks, fields and pages of each, counted as it is done in a
// real browser, from the first page to what says that it is recorded. docs/journeys.md says the same numbers.
//
//   npm ci && node --test tests/browser/journeys.spec.mjs
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { level_on, levels_of_risk, served, shots, signed_in_at } from './served.mjs';

// The table of docs/journeys.md: act → [clicks, fields, pages].
function documented() {
  const rows = new Map();
  for (const line of readFileSync('docs/journeys.md', 'utf8').split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length >= 6 && /^\d+$/.test(cells[2])) rows.set(cells[1], cells.slice(2, 5).map(Number));
  }
  return rows;
}

if (ready('the commonest acts')) {
  const written = documented();
  let at;
  let word;
  let stop;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    ({ at, word, stop } = await served(ledger));
  });

  after(() => stop?.());

  // One act: what is clicked, what is filled in, and how many pages are seen on the way, the first among them.
  async function act(name, role, steps, prepared = async () => {}) {
    const page = await signed_in_at(at, `sample.${role}`, word);
    await page.waitForURL(/my-work/);
    await prepared(page);
    await page.reload();
    let clicks = 0;
    let fields = 0;
    let pages = 1;
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.status() < 300) pages += 1;
    });
    const click = async (what) => {
      clicks += 1;
      await what.click();
      await page.waitForLoadState();
    };
    const fill = async (what, text) => {
      fields += 1;
      await what.fill(text);
    };
    const link = (words) => page.getByRole('link', { name: words }).first();
    const button = (words) => page.getByRole('button', { name: words }).first();
    const choice = (words) => page.getByLabel(words, { exact: true }).first();
    await steps({ page, click, fill, link, button, choice });
    if (shots) await page.screenshot({ path: join(shots, `journey-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`) });
    await page.context().close();
    const counted = [clicks, fields, pages];
    console.log(`# | ${name} | ${counted.join(' | ')} |`);
    assert.deepEqual(written.get(name), counted, `docs/journeys.md says otherwise of "${name}"`);
  }
  // What the sample does not happen to have: somebody on an order of a court, met, did not come after all.
  const absent = (outcome, kind) => async (page) => {
    const twin = async (path) => (await page.request.get(`${at}/api/v1${path}`)).json();
    const { cases } = await twin('/caseload');
    for (const one of cases) {
      const overview = await twin(`/cases/${one.case}`);
      const met = overview.appointments.find((each) => each.outcome === 'attended_complied');
      if (!met || overview.died || overview.in_custody) continue;
      const answer = await page.request.post(`${at}/api/v1/cases/${one.case}/commands`, {
        data: { id: randomBytes(16).toString('hex'), command: 'appointment.correct_outcome',
          fields: { appointment: met.appointment, outcome, because: 'entered_wrongly' } },
      });
      if (answer.status() !== 201) continue;
      const { owed } = await twin('/my-work');
      if (owed.some((item) => item.kind === kind)) return;
    }
    assert.fail('the sample has no such case');
  };
  const recorded = (page) => page.getByRole('alert').getByText(/Recorded/).first().waitFor();
  const owed_first = (page) => page.locator('#owed tbody tr');

  test('attended, complied', () =>
    act('Attended, complied', 'practitioner', async ({ page, click, link, button, choice }) => {
      await click(link(/^Record outcome/));
      await click(choice('Attended, complied'));
      await click(button('Record outcome'));
      await recorded(page);
    }));

  test('an absence that is excused', () =>
    act('Did not come, for an acceptable reason', 'practitioner', async ({ page, click, link, button, choice }) => {
      await click(link(/^Record outcome/));
      await click(choice('Did not come, for an acceptable reason'));
      await click(choice('Medical'));
      await click(button('Record outcome'));
      await recorded(page);
    }));

  test('an absence that is not', () =>
    act('Did not come, without an acceptable reason', 'practitioner', async ({ page, click, link, button, choice }) => {
      await click(link(/^Record outcome/));
      await click(choice('Did not come, without an acceptable reason'));
      await click(button('Record outcome'));
      await recorded(page);
    }));

  test('the next appointment', () =>
    act('Outcome, and the next appointment arranged', 'practitioner', async ({ page, click, fill, link, button, choice }) => {
      await click(link(/^Record outcome/));
      await click(choice('Attended, complied'));
      await click(button('Record outcome'));
      await click(link('Arrange the next appointment'));
      for (const [label, text] of [['Day', '27'], ['Month', '7'], ['Year', '2016'], ['Time', '9:30am']])
        await fill(page.locator('#main-content, main').getByLabel(label, { exact: true }).first(), text);
      await click(button('Continue'));
      await click(button(/^Arrange an appointment/));
      await recorded(page);
    }));

  test('attended, complied, with a note', () =>
    act('Attended, complied, with a note', 'practitioner', async ({ page, click, fill, link, button, choice }) => {
      await click(link(/^Record outcome/));
      await click(choice('Attended, complied'));
      await fill(page.getByLabel('Note (optional)'), 'Came on time, and has found a room.');
      await click(page.getByRole('group', { name: 'Is the note sensitive?' }).getByLabel('No', { exact: true }));
      await click(button('Record outcome'));
      await recorded(page);
    }));

  test('a warning', () =>
    act('Warning for a failure', 'practitioner', async ({ page, click, link, button }) => {
      await click(link(/^Give the statutory warning/));
      await click(button('Continue'));
      await click(button(/^Give the statutory warning/));
      await recorded(page);
    }, absent('unacceptable_absence', 'warning')));

  test('the reason for a failure', () =>
    act('Reason for a failure judged', 'practitioner', async ({ page, click, link, button, choice }) => {
      await click(link(/^Judge the reason/));
      await click(choice('Unacceptable'));
      await click(choice('Yes'));
      await click(button('Continue'));
      await click(button(/^Judge the reason/));
      await recorded(page);
    }, absent('failed_to_attend_reason_pending', 'ruling')));

  test('risk', () =>
    act('Risk of serious harm judged', 'practitioner', async ({ page, click, button, link }) => {
      await click(owed_first(page).first().locator('a[href^="/cases/"]:not([href*="/do/"]):not([href$="outcome"])').first());
      await click(page.locator('summary').getByText('Risk', { exact: true }));
      await click(link('Judge the risk of serious harm'));
      await click(level_on(page, 'Overall level', 'Medium'));
      for (const group of levels_of_risk) await click(level_on(page, group, 'Medium'));
      await click(button('Continue'));
      await click(button('Judge the risk of serious harm'));
      await recorded(page);
    }));

  test('a plan', () =>
    act('Plan begun', 'practitioner', async ({ page, click, button, link }) => {
      await click(link(/^Begin to write a plan/));
      await click(button('Continue'));
      await click(button('Begin to write a plan'));
      await recorded(page);
    }));

  test('a person looked for', () =>
    act('Person found by name', 'practitioner', async ({ page, click, fill, button, link }) => {
      const { cases } = await (await page.request.get(`${at}/api/v1/caseload`)).json();
      await click(link('Search'));
      await fill(page.getByLabel('Name or reference'), cases[0].name);
      await click(button('Search'));
      await click(page.locator('tbody').getByRole('link').first());
      await page.locator('h1').getByText(cases[0].name).waitFor();
    }));

  test('a case given to a practitioner', () =>
    act('Case given to another practitioner', 'senior_practitioner', async ({ page, click, button, link }) => {
      await click(link('Caseload'));
      await click(page.locator('tbody').getByRole('link').first());
      await click(link('Give the case to a practitioner'));
      await click(page.locator('input[name=practitioner]').first());
      await click(page.locator('input[name=reason]').first());
      await click(button('Continue'));
      await click(button('Give the case'));
      await page.waitForURL(/cases.[0-9a-f]{32}$/);
    }));
}
