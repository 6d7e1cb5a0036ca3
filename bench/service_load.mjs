// The service under an open loop: requests leave at their scheduled moments whether or not earlier ones were answered,
// from this process, and each time counts from its schedule, so that waiting in a queue is seen.
//
//   node bench/service_load.mjs [--people 20000] [--from DAY] [--to DAY] [--long 0] [--rate 200] [--seconds 20] [--staff 200]
//     [--parts read,record,settle,visible,peer] FOLDER
//
// Prints one line a figure. A sample area is made in FOLDER, unless it is there, and served by build/release/probity with
// its ledger of accesses; practitioners with the most to record are signed in. --long: so many of the people have lived
// there five years longer than the others. Outcomes are recorded while any are owed, then appointments are arranged.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const given = { people: 20_000, rate: 200, seconds: 20, staff: 200, from: '2015-12-01', to: '2016-06-30', long: 0,
  parts: 'read,record,settle,visible,peer' };
let folder;
for (let i = 2; i < process.argv.length; ++i) {
  const option = process.argv[i].replace(/^--/, '');
  if (option in given) given[option] = typeof given[option] === 'number' ? Number(process.argv[++i]) : process.argv[++i];
  else folder = resolve(process.argv[i]);
}
if (!folder) throw new Error('usage: service_load.mjs [--people N] [--long N] [--rate N] [--seconds N] [--staff N] [--parts LIST] FOLDER');
const parts = new Set(given.parts.split(','));
const program = resolve('build/release/probity');
const word = 'blue kettle walks';
const ledger = join(folder, `service-${given.people}.ledger`);
const accounts = `${ledger}.load-accounts`;
const say = (name, value) => console.log(`service: ${name}: ${value}`);
const milliseconds = (n) => `${n.toFixed(n < 10 ? 2 : 1)} ms`;

const run = (...words) => execFileSync(program, words, { maxBuffer: 1 << 30 }).toString();
const five_years_before = `${Number(given.from.slice(0, 4)) - 5}${given.from.slice(4)}`;
if (!existsSync(ledger))
  run('sample', '--people', `${given.people}`, '--from', given.from, '--to', given.to, '--seed', '7', '--ledger', ledger,
    ...(given.long ? ['--earlier-from', five_years_before, '--earlier-people', `${given.long}`] : []));
const owed = JSON.parse(run('owed', '--ledger', ledger, '--json')).owed;
const mine = new Map(); // practitioner → what is to record
for (const one of owed)
  if (one.kind === 'outcome' && one.practitioner) mine.set(one.practitioner, [...(mine.get(one.practitioner) ?? []), one]);
const staff = [...mine].sort((a, b) => b[1].length - a[1].length).slice(0, given.staff);
if (!existsSync(accounts)) {
  execFileSync(program, ['account', 'add', 'manager', '--accounts', accounts, '--role', 'contract_manager',
    '--provider', staff[0][1][0].provider, '--staff', 'f'.repeat(32)], { input: `${word}\n` });
  staff.forEach(([code, entries], number) => execFileSync(program, ['account', 'add', `practitioner${number}`, '--accounts', accounts,
    '--role', 'practitioner', '--provider', entries[0].provider, '--staff', code], { input: `${word}\n` }));
}

const started = process.hrtime.bigint();
const service = spawn(program, ['serve', '--ledger', ledger, '--accounts', accounts, '--port', '0', '--contracts', 'contracts']);
const at = await new Promise((found, failed) => {
  let said = '';
  service.stdout.on('data', (text) => {
    said += text;
    const address = said.match(/http:\/\/[\d.:]+/);
    if (address) found(new URL(address[0]));
  });
  service.on('exit', () => failed(new Error(`the service ended: ${said}`)));
});
const cold = Number(process.hrtime.bigint() - started) / 1e6;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
function ask(method, path, { body, cookie } = {}) {
  return new Promise((answered, failed) => {
    const text = body && JSON.stringify(body);
    const headers = { ...(cookie && { cookie }), ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }) };
    const sent = request({ host: at.hostname, port: at.port, method, path, agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => answered({ status: response.statusCode, text: Buffer.concat(chunks), headers: response.headers }));
    });
    sent.on('error', failed);
    sent.end(text);
  });
}

async function signed_in(name) {
  const answer = await ask('POST', '/api/v1/session', { body: { name, password: word } });
  if (answer.status >= 300) throw new Error(`signing in answered ${answer.status}`);
  return answer.headers['set-cookie'][0].split(';')[0];
}
// Whose records they read who are signed in, and what they may record, by their own pages.
async function with_cases(cookie) {
  const asked = async (path) => JSON.parse((await ask('GET', `/api/v1${path}`, { cookie })).text);
  const { owed } = await asked('/my-work');
  const { cases } = await asked('/caseload');
  return { cookie, cases: cases.map((one) => one.case), entries: owed.filter((one) => one.kind === 'outcome') };
}
const manager = { cookie: await signed_in('manager') };
const sessions = [];
for (let number = 0; number < staff.length; ++number) {
  const session = await with_cases(await signed_in(`practitioner${number}`));
  if (session.cases.length > 0) sessions.push(session); // whoever lost all of theirs may still owe an outcome
}

// One processor's seconds that a process has used.
function processor_seconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
const memory = () => Number(readFileSync(`/proc/${service.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024;

// The write-ahead log of the ledger, looked at all the time: its largest size.
let log_peak = 0;
setInterval(() => {
  log_peak = Math.max(log_peak, statSync(`${ledger}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}, 50).unref();

let next_time = Date.parse(`${given.to}T09:00:00Z`) + 7 * 86_400_000;
const names = ['smith', 'jones', 'wil', 'ta', 'brown', 'an', 'mar', 'jo']; // beginnings that somebody types
const kinds = {
  home: (session) => ask('GET', '/my-work', session),
  caseload: (session) => ask('GET', '/caseload', session),
  search: (session, n) => ask('POST', '/api/v1/search', { ...session, body: { q: names[n % names.length] } }),
  overview: (session, n) => ask('GET', `/cases/${session.cases[n % session.cases.length]}`, session),
  'my work by the API': (session) => ask('GET', '/api/v1/my-work', session),
  'record outcome': (session) => {
    const one = session.entries.pop();
    return ask('POST', `/api/v1/cases/${one.case}/appointments/${one.entity}/outcomes`,
      { ...session, body: { id: randomBytes(16).toString('hex'), outcome: 'attended_complied' } });
  },
  // Each at a time of its own, so that none is in the way of another.
  'arrange an appointment': (session, n) => ask('POST', `/api/v1/cases/${session.cases[n % session.cases.length]}/commands`,
    { ...session, body: { id: randomBytes(16).toString('hex'), command: 'appointment.arrange',
      fields: { starts: new Date(next_time += 600_000).toISOString().replace('Z', '000Z'), mode: 'telephone', overlap: 'true' } } }),
  health: () => ask('GET', '/health'),
};

const at_rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
async function loop(name, pick) {
  const times = new Map();
  let refused = 0;
  let failed = 0;
  const pending = [];
  const usage = process.cpuUsage();
  const used = processor_seconds(service.pid);
  const begin = performance.now();
  const every = 1000 / given.rate;
  const total = given.rate * given.seconds;
  for (let n = 0; n < total; ++n) {
    const due = begin + n * every;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((go) => setTimeout(go, wait));
    const session = sessions[n % sessions.length];
    let kind = pick(n);
    if (kind === 'record outcome' && session.entries.length === 0) kind = 'arrange an appointment';
    pending.push(kinds[kind](session, n).then(({ status }) => {
      if (status === 503) ++refused;
      else if (status >= 400 && ++failed === 1) say(`${name}, the first that failed`, `${kind}, status ${status}`);
      if (!times.has(kind)) times.set(kind, []);
      times.get(kind).push(performance.now() - due);
    }));
  }
  await Promise.all(pending);
  const seconds = (performance.now() - begin) / 1000;
  const own = process.cpuUsage(usage);
  for (const [kind, all] of [...times].sort()) {
    all.sort((a, b) => a - b);
    say(`${name}, ${kind}, ${all.length} requests`, `p50 ${milliseconds(at_rank(all, 0.5))}, p95 ${milliseconds(at_rank(all, 0.95))}, p99 ${milliseconds(at_rank(all, 0.99))}`);
  }
  say(`${name}, answered`, `${(total / seconds).toFixed(0)} a second; ${refused} told to wait, ${failed} failed; processors used by the service ${((processor_seconds(service.pid) - used) / seconds).toFixed(2)}, by the generator ${((own.user + own.system) / 1e6 / seconds).toFixed(2)}`);
  return failed;
}

// Settles the month from nothing, while the loop goes on: until its statement is there.
async function settled(month) {
  const begin = performance.now();
  for (;;) {
    const { status } = await ask('GET', `/api/v1/contracts/crc-2015/${month}`, manager);
    if (status === 200) break;
    if (status !== 202) throw new Error(`the statement of ${month} answered ${status}`);
    await new Promise((go) => setTimeout(go, 100));
  }
  say(`${month} settled from nothing meanwhile`, milliseconds(performance.now() - begin));
}

// From the moment a command is sent until a page that was asked for after its answer, and shows what it recorded, is there.
async function written_to_visible(times) {
  const written = [];
  const visible = [];
  let unseen = 0;
  let size = JSON.parse((await ask('GET', '/api/v1/my-work', sessions[0])).text).size; // of the ledger, as it was read last
  for (let n = 0; n < times; ++n) {
    const session = sessions[n % sessions.length];
    const begin = performance.now();
    const { events: [{ stream }] } = JSON.parse((await kinds['arrange an appointment'](session, n)).text);
    written.push(performance.now() - begin);
    const seen = JSON.parse((await ask('GET', `/api/v1/cases/${stream}`, session)).text);
    if (!seen.recorded.some((event) => event.index >= size)) ++unseen;
    size = seen.size;
    visible.push(performance.now() - begin);
  }
  const figures = (all) => {
    all.sort((a, b) => a - b);
    return `p50 ${milliseconds(at_rank(all, 0.5))}, p95 ${milliseconds(at_rank(all, 0.95))}`;
  };
  say(`${times} appointments arranged one after the other, until answered; until read again`,
    `${figures(written)}; ${figures(visible)}; ${unseen} not there on the first reading`);
  return unseen;
}

// As many pages as are answered when so many always wait for one: whole pages a second. By wrk, which takes little of the
// processors itself; its connections ask for the pages of all who are signed in, by turns.
async function closed_loop(options, seconds, waiting = 16) {
  const script = join(folder, 'my-work.lua');
  writeFileSync(script, `local cookies = { ${sessions.map(({ cookie }) => `"${cookie}"`).join(', ')} }
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", "/my-work", { Cookie = cookies[n % #cookies + 1] })
end
done = function(summary)
  local bad = summary.errors
  io.write(string.format('\\n{"pages":%d,"bytes":%d,"seconds":%.6f,"bad":%d}\\n', summary.requests, summary.bytes,
    summary.duration / 1e6, bad.connect + bad.read + bad.write + bad.status + bad.timeout))
end
`);
  const wrk = spawn('wrk', ['-t1', `-c${waiting}`, `-d${seconds}s`, '-s', script, `http://${options.host}:${options.port}/my-work`],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  wrk.stdout.on('data', (text) => { said += text; });
  await once(wrk, 'exit');
  const { pages, bytes, seconds: took, bad } = JSON.parse(said.trim().split('\n').at(-1));
  if (bad > 0) throw new Error(`${bad} of ${pages} pages were not answered`);
  return { rate: pages / took, bytes: bytes / pages };
}

// The same page by Express and Nunjucks from the same rows, each reading written to disk before it is answered by both.
async function against_the_peer() {
  const rows = {};
  for (const { cookie } of sessions)
    rows[cookie] = await new Promise((answered, failed) => {
      request({ host: at.hostname, port: at.port, path: '/api/v1/my-work', headers: { cookie } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
        response.on('end', () => answered(JSON.parse(text)));
      }).on('error', failed).end();
    });
  const file = join(folder, 'peer-rows.json');
  writeFileSync(file, JSON.stringify(rows));
  const peer = spawn(process.execPath, [fileURLToPath(new URL('express_peer.mjs', import.meta.url)), file, join(folder, 'peer-readings.log')],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const there = await new Promise((found, failed) => {
      peer.stdout.on('data', (text) => found(new URL(text.toString().trim())));
      peer.on('exit', () => failed(new Error('the peer ended')));
    });
    const ends = [{ host: at.hostname, port: at.port }, { host: there.hostname, port: there.port }];
    for (const one of ends) await closed_loop(one, 2);
    const rates = [[], []];
    for (let round = 0; round < 3; ++round) // by turns, so that what else the machine does is shared
      for (const [which, one] of ends.entries()) rates[which].push(await closed_loop(one, 4));
    const [ours, theirs] = rates.map((all) => all.sort((a, b) => a.rate - b.rate)[1]);
    say('my work as fast as it goes', `${ours.rate.toFixed(0)} pages a second of ${(ours.bytes / 1000).toFixed(0)} kB; by Express and Nunjucks ${theirs.rate.toFixed(0)} of ${(theirs.bytes / 1000).toFixed(0)} kB; ${(ours.rate / theirs.rate).toFixed(1)} times`);
  } finally {
    peer.kill('SIGTERM');
  }
}

try {
  say('people, events to record, practitioners signed in', `${given.people}, ${owed.length}, ${sessions.length}`);
  say('ledger', `${(statSync(ledger).size / 1e6).toFixed(0)} MB`);
  say('cold start, until it listens', milliseconds(cold));
  say('memory after the start', `${memory().toFixed(0)} MB`);
  await loop('warming', () => 'home');
  let failed = await loop(`${given.rate} a second of the machine's own`, () => 'health');
  if (parts.has('read'))
    failed += await loop(`${given.rate} a second, reading`, (n) => ['home', 'caseload', 'overview', 'search', 'overview'][n % 5]);
  const recording = (n) => n % 10 === 0 ? 'record outcome' : ['home', 'overview'][n % 2];
  if (parts.has('record')) failed += await loop(`${given.rate} a second, one in ten records`, recording);
  if (parts.has('settle')) {
    const month = settled('2016-03');
    failed += await loop(`${given.rate} a second, one in ten records, a month is settled`, recording);
    await month;
  }
  if (parts.has('visible')) failed += await written_to_visible(200);
  if (parts.has('peer')) await against_the_peer();
  say('write-ahead log at its largest', `${(log_peak / 1048576).toFixed(0)} MiB; the bar is 256`);
  if (log_peak > 256 * 1048576) failed += 1;
  say('memory at the end', `${memory().toFixed(0)} MB`);
  if (failed > 0) process.exitCode = 1;
} finally {
  service.kill('SIGTERM');
}
