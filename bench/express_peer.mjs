// The page "My work" as a service on Express and Nunjucks would answer it: the components of govuk-frontend as Nunjucks
// macros, rows from SQLite, a session by its cookie, and each reading written down and synchronised to disk before the
// page is sent. A peer for measuring against; started by service_load.mjs.
//
//   node bench/express_peer.mjs ROWS.json READINGS.log
//
// ROWS.json: {"COOKIE": answer of GET /api/v1/my-work, …}. Prints its address when it listens.
import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import express from 'express';
import nunjucks from 'nunjucks';
import initSqlJs from 'sql.js';

const [rows_file, log_file] = process.argv.slice(2);
const frontend = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
const SQL = await initSqlJs();
const database = new SQL.Database();
database.run(`CREATE TABLE owed(staff INTEGER, place INTEGER, person TEXT, name TEXT, what TEXT, consequence TEXT, since TEXT,
  due TEXT, overdue INTEGER, PRIMARY KEY(staff, place)) WITHOUT ROWID;
  CREATE TABLE today(staff INTEGER, place INTEGER, person TEXT, name TEXT, starts TEXT, mode TEXT, purpose TEXT,
  PRIMARY KEY(staff, place)) WITHOUT ROWID;`);
const sessions = new Map();
for (const [cookie, work] of Object.entries(JSON.parse(readFileSync(rows_file)))) {
  const staff = sessions.size;
  sessions.set(cookie, { staff, on: work.on });
  work.owed.forEach((one, place) => database.run('INSERT INTO owed VALUES(?,?,?,?,?,?,?,?,?)',
    [staff, place, one.case, one.name ?? '', one.what, one.consequence, one.since, one.due, one.overdue ? 1 : 0]));
  work.today.forEach((one, place) => database.run('INSERT INTO today VALUES(?,?,?,?,?,?,?)',
    [staff, place, one.case, one.name ?? '', one.starts, one.mode, one.purpose]));
}
const owed = database.prepare('SELECT person, name, what, since, due, overdue FROM owed WHERE staff = ? ORDER BY place');
const today = database.prepare('SELECT person, name, starts, mode, purpose FROM today WHERE staff = ? ORDER BY place');
function rows_of(statement, staff) {
  const out = [];
  statement.bind([staff]);
  while (statement.step()) out.push(statement.getAsObject());
  statement.reset();
  return out;
}

const app = express();
app.set('etag', false);
const environment = nunjucks.configure([join(frontend, 'dist')], { autoescape: true, express: app });
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const in_words = (day) => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
environment.addFilter('day', in_words);
const page = nunjucks.compile(`{% extends "govuk/template.njk" %}
{% from "govuk/components/table/macro.njk" import govukTable %}
{% from "govuk/components/tag/macro.njk" import govukTag %}
{% block pageTitle %}My work - Supervision - Probity{% endblock %}
{% block content %}
<h1 class="govuk-heading-l">My work</h1>
{% set rows = [] %}
{% for one in owed %}
{% set due %}{{ one.due | day }}{% if one.overdue %} {{ govukTag({ text: "Overdue", classes: "govuk-tag--red" }) }}{% endif %}{% endset %}
{% set whose %}<a class="govuk-link" href="/cases/{{ one.person }}">{{ one.name or one.person }}</a><br>{{ one.person | truncate(8, true, "") }}{% endset %}
{% set rows = (rows.push([{ html: due }, { text: one.what }, { html: whose }, { text: one.since | day }]), rows) %}
{% endfor %}
{{ govukTable({ caption: "What you owe, most pressing first", head: [{ text: "Due" }, { text: "What" }, { text: "Whose" }, { text: "Since" }], rows: rows }) }}
<h2 class="govuk-heading-m">Today</h2>
{% set visits = [] %}
{% for one in today %}
{% set visits = (visits.push([{ text: one.starts }, { text: one.name or one.person }, { text: one.mode }, { text: one.purpose }]), visits) %}
{% endfor %}
{% if today.length %}{{ govukTable({ caption: "Appointments today", head: [{ text: "At" }, { text: "Whose" }, { text: "How" }, { text: "What for" }], rows: visits }) }}{% else %}<p class="govuk-body">Nobody is to be met today.</p>{% endif %}
{% endblock %}`, environment);

const log = openSync(log_file, 'a');
app.get('/my-work', (request, response) => {
  const session = sessions.get(request.headers.cookie);
  if (!session) return response.status(401).end();
  const work = { owed: rows_of(owed, session.staff), today: rows_of(today, session.staff) };
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
