// The page "My work" as a service on Express and Nunjucks would answer it: the components of govuk-frontend as Nunjucks
// macros, rows from SQLite, a session by its cookie, and each reading written down and synchronised to disk before the
// page is sent. What stands on the page is what stands on Probity's: navigation, counts, the four columns with a link to
// the next step of each row, the appointments of the day. A peer for measuring against; started by service_load.mjs.
//
//   node bench/express_peer.mjs ROWS.json READINGS.log
//
// ROWS.json: {"COOKIE": answer of GET /api/v1/my-work, …}. Prints its address when it listens.
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import express from 'express';
import nunjucks from 'nunjucks';
import initSqlJs from 'sql.js';

const [rows_file, log_file] = process.argv.slice(2);
const frontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
const SQL = await initSqlJs();
const database = new SQL.Database();
database.run(`CREATE TABLE owed(staff INTEGER, place INTEGER, person TEXT, name TEXT, what TEXT, consequence TEXT, since TEXT,
  due TEXT, overdue INTEGER, command TEXT, appointment TEXT, PRIMARY KEY(staff, place)) WITHOUT ROWID;
  CREATE TABLE today(staff INTEGER, place INTEGER, person TEXT, name TEXT, starts TEXT, mode TEXT, purpose TEXT, appointment TEXT,
  PRIMARY KEY(staff, place)) WITHOUT ROWID;`);
const sessions = new Map();
for (const [cookie, work] of Object.entries(JSON.parse(readFileSync(rows_file)))) {
  const staff = sessions.size;
  sessions.set(cookie, { staff, on: work.on });
  work.owed.forEach((one, place) => database.run('INSERT INTO owed VALUES(?,?,?,?,?,?,?,?,?,?,?)',
    [staff, place, one.case, one.name ?? '', one.what, one.consequence, one.since, one.due, one.overdue ? 1 : 0,
      one.command ?? '', one.appointment ?? '']));
  work.today.forEach((one, place) => database.run('INSERT INTO today VALUES(?,?,?,?,?,?,?,?)',
    [staff, place, one.case, one.name ?? '', one.starts, one.mode, one.purpose, one.appointment ?? '']));
}
const owed = database.prepare('SELECT person, name, what, due, overdue, command, appointment FROM owed WHERE staff = ? ORDER BY place');
const today = database.prepare('SELECT person, name, starts, mode, purpose, appointment FROM today WHERE staff = ? ORDER BY place');
function rows_of(statement, staff) {
  const out = [];
  statement.bind([staff]);
  while (statement.step()) out.push(statement.getAsObject());
  statement.reset();
  return out;
}

const app = express();
app.set('etag', false);
const environment = nunjucks.configure([join(frontend, 'dist')], { autoescape: true, trimBlocks: true, lstripBlocks: true, express: app });
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const in_words = (day) => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
environment.addFilter('day', in_words);
environment.addFilter('moment', (instant) => `${in_words(instant.slice(0, 10))} at ${instant.slice(11, 16)}`);
environment.addFilter('path', (command) => command.replace('.', '/'));
const page = nunjucks.compile(`{% extends "govuk/template.njk" %}
{% from "govuk/components/button/macro.njk" import govukButton %}
{% from "govuk/components/service-navigation/macro.njk" import govukServiceNavigation %}
{% from "govuk/components/table/macro.njk" import govukTable %}
{% from "govuk/components/tag/macro.njk" import govukTag %}
{% macro case_link(one) %}<span><a href="/cases/{{ one.person }}">{{ one.name or one.person }}</a> <span class="small">Case {{ one.person | truncate(8, true, "") }}</span></span>{% endmacro %}
{% macro whom(one) %}<span class="govuk-visually-hidden"> for {{ one.name }}, case {{ one.person | truncate(8, true, "") }}</span>{% endmacro %}
{% block pageTitle %}My work - Supervision - Probity{% endblock %}
{% block header %}
{{ govukServiceNavigation({ serviceName: "Supervision", navigation: [
  { text: "My work", href: "/my-work", active: true }, { text: "Caseload", href: "/caseload" }, { text: "Search", href: "/search" },
  { text: "Releases", href: "/releases" }, { text: "What you may do", href: "/start" }] }) }}
<div class="probity-account"><span>Signed in as practitioner{{ staff }}</span> <form action="/sign-out" method="post" novalidate>
<input type="hidden" name="form_token" value="{{ token }}">{{ govukButton({ text: "Sign out", classes: "probity-quiet-button" }) }}</form></div>
{% endblock %}
{% block content %}
<h1 class="govuk-heading-l">My work</h1>
<nav class="probity-choices" aria-label="You owe"><span class="strong">You owe</span><ul>
<li><a href="#owed"><strong>{{ owed.length }}</strong> things</a></li><li><a href="#owed"><strong>{{ overdue }}</strong> of these overdue</a></li>
<li><a href="#today"><strong>{{ today.length }}</strong> appointments today</a></li></ul></nav>
<p><a href="/caseload">See your whole caseload</a></p>
{% set rows = [] %}
{% for one in owed %}
{% set due %}<div>{{ one.due | day }}{% if one.overdue %} {{ govukTag({ text: "Overdue", classes: "govuk-tag--red" }) }}{% endif %}{% if one.due == on %} {{ govukTag({ text: "Today", classes: "govuk-tag--orange" }) }}{% endif %}</div>{% endset %}
{% set what %}<div>{{ one.what }}{% if one.appointment %}: {{ one.appointment | moment }}{% endif %}</div>{% endset %}
{% set whose %}<div>{{ case_link(one) }}</div>{% endset %}
{% set next %}<div>{% if one.command %}<a href="/cases/{{ one.person }}/do/{{ one.command | path }}">{{ one.what | capitalize }}{{ whom(one) }}</a>{% endif %}</div>{% endset %}
{% set rows = (rows.push([
  { html: due, attributes: { role: "cell", "data-column": "Due" } }, { html: what, attributes: { role: "cell", "data-column": "What" } },
  { html: whose, attributes: { role: "cell", "data-column": "Case" } }, { html: next, attributes: { role: "cell", "data-column": "Next" } }]), rows) %}
{% endfor %}
<div id="owed">{{ govukTable({ caption: "What you owe, most pressing first", classes: "probity-table--stacks", attributes: { role: "table" },
  head: [{ text: "Due" }, { text: "What" }, { text: "Case" }, { text: "Next" }], rows: rows }) }}</div>
<h2 id="today" class="govuk-heading-m">Today's appointments</h2>
{% set visits = [] %}
{% for one in today %}
{% set who %}{{ case_link(one) }}{% endset %}
{% set act %}<a href="/cases/{{ one.person }}/appointments/{{ one.appointment }}/outcome">Record the outcome{{ whom(one) }}</a>{% endset %}
{% set visits = (visits.push([{ text: one.starts | moment }, { html: who }, { text: one.mode }, { text: one.purpose }, { html: act }]), visits) %}
{% endfor %}
{% if today.length %}{{ govukTable({ head: [{ text: "At" }, { text: "Case" }, { text: "How" }, { text: "What for" }, { text: "Next" }], rows: visits }) }}{% else %}<p class="govuk-body">Nobody is expected today.</p>{% endif %}
<p class="caption">As at {{ on | day }}. That you read this page is recorded.</p>
{% endblock %}
{% block footer %}<footer><div class="govuk-width-container"><p>Whoever reads a record is recorded. What was recorded is never changed; it is corrected, and both stay readable.</p>
<p><a href="/accessibility">Accessibility statement</a></p></div></footer>{% endblock %}`, environment);

const log = openSync(log_file, 'a');
app.get('/my-work', (request, response) => {
  const session = sessions.get(request.headers.cookie);
  if (!session) return response.status(401).end();
  const work = { owed: rows_of(owed, session.staff), today: rows_of(today, session.staff), on: session.on, staff: session.staff };
  work.overdue = work.owed.filter((one) => one.overdue).length;
  work.token = createHmac('sha256', request.headers.cookie).update('my-work').digest('hex'); // of the form that signs out
  writeSync(log, `${new Date().toISOString()} ${session.staff} my_work ${work.owed.map((one) => one.person).join(',')}\n`);
  fdatasyncSync(log);
  response.set('Content-Type', 'text/html; charset=utf-8').set('Cache-Control', 'no-store').send(page.render(work));
});
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => {
  server.close();
  closeSync(log);
  process.exit(0);
});
