// The document of the API is OpenAPI 3.1 by the published schema, every schema in it is one of JSON Schema 2020-12, and
// the service answers and takes what these schemas let.
//
//   npm ci && node --test tests/browser/openapi.spec.mjs
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';

import { folder, ready, run } from './browser.mjs';
import { served } from './served.mjs';

const name_of_document = 'https://probity.invalid/openapi.json';

if (ready('the API against its document', ['@seriousme/openapi-schema-validator', 'ajv'])) {
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const { default: Ajv } = await import('ajv/dist/2020.js');
  const sessions = {}; // role → cookie
  const done = new Set(); // operations that answered that they did what was asked
  let at;
  let stop;
  let document;
  let noted; // an appointment with a note
  let operations; // { path, method, declared }
  let schemas;

  before(async () => {
    const ledger = join(folder, 'area.ledger');
    run('sample', '--people', '80', '--from', '2015-02-01', '--to', '2016-06-30', '--seed', '7', '--ledger', ledger);
    let word;
    ({ at, word, stop } = await served(ledger, '--accounts', join(folder, 'area.accounts'), '--contracts', 'contracts'));
    document = await (await fetch(`${at}/api/openapi.json`)).json();
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, declared]) => ({ path, method, declared })));
    schemas = new Ajv({ allErrors: true, strict: true });
    schemas.addVocabulary(Object.keys(document)); // of the document itself, in which the schemas stand
    schemas.addSchema(document, name_of_document);
    const sign_in = async (role) => {
      const { headers } = await exchanged(operation('sign_in'), {}, undefined, { name: `sample.${role}`, password: word });
      [sessions[role]] = headers.get('set-cookie').split(';');
    };
    await sign_in('system_administrator');
    const { accounts } = (await exchanged(operation('accounts'), {}, 'system_administrator')).body;
    for (const { account } of accounts)
      if (account.startsWith('sample.') && account !== 'sample.system_administrator')
        await sign_in(account.slice('sample.'.length));
    await make_what_the_sample_lacks();
  });

  after(() => stop?.());

  const operation = (id) => operations.find((one) => one.declared.operationId === id) ?? assert.fail(`no operation ${id}`);
  const id = () => randomBytes(16).toString('hex');

  // What the document has at a place, as a check.
  function schema_at(...steps) {
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return schemas.getSchema(`${name_of_document}#/${pointer}`) ?? assert.fail(`nothing stands at ${pointer}`);
  }
  function assert_fits(check, value, where) {
    assert.ok(check(value), `${where}: ${schemas.errorsText(check.errors)} in ${JSON.stringify(value).slice(0, 300)}`);
  }
  const takes = ({ path, method }, body) =>
    schema_at('paths', path, method, 'requestBody', 'content', 'application/json', 'schema')(body);

  // One request, whose answer is among those declared and fits its schema.
  async function exchanged({ path, method, declared }, parts, role, body) {
    const address = path.replaceAll(/\{([^}]*)\}/g, (_, part) => parts[part] ?? assert.fail(`what is ${part} of ${path}?`));
    const answer = await fetch(at + address, {
      method: method.toUpperCase(),
      headers: { ...(role && { cookie: sessions[role] }), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const where = `${method} ${address} as ${role}: ${answer.status}`;
    const content = declared.responses[answer.status]?.content ?? assert.fail(`${where} is not declared`);
    const type = answer.headers.get('content-type').split(';')[0];
    assert.deepEqual(Object.keys(content), [type], where);
    const told = await answer.json();
    assert_fits(schema_at('paths', path, method, 'responses', `${answer.status}`, 'content', type, 'schema'), told, where);
    if (answer.ok) done.add(declared.operationId);
    return { status: answer.status, headers: answer.headers, body: told };
  }

  // The same until it is computed.
  async function computed(asked, parts, role) {
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(50)) {
      const answer = await exchanged(asked, parts, role);
      if (answer.status !== 202) return answer;
    }
    return assert.fail(`${asked.path} is not computed in a minute`);
  }

  const not_done = (method) => operations.filter((one) => one.method === method)
    .map((one) => one.declared.operationId).filter((name) => !done.has(name));

  // As whoever may; nothing where nobody may.
  async function done_by_somebody(asked, parts, body) {
    for (const role of Object.keys(sessions)) {
      const answer = body ? await exchanged(asked, parts, role, body) : await computed(asked, parts, role);
      if (answer.status < 300) return answer.body;
    }
    return undefined;
  }

  // A note, and a serious further offence.
  async function make_what_the_sample_lacks() {
    const { owed } = (await exchanged(operation('my_work'), {}, 'practitioner')).body;
    const met = owed.find((one) => one.kind === 'outcome');
    noted = { case: met.case, appointment: met.entity };
    await exchanged(operation('record_outcome'), noted, 'practitioner',
      { id: id(), outcome: 'attended_complied', note: 'On time.', sensitive: 'false' });
    assert.ok(done.has('record_outcome'));
    const { cases } = (await exchanged(operation('caseload'), {}, 'practitioner')).body;
    for (let next = 0; !done.has('give_command'); next += 1)
      await exchanged(operation('give_command'), cases[next], 'practitioner', { id: id(), command: 'further_offence.learn',
        fields: { offence: 'robbery', class: 'automatic', offence_on: '2016-06-20', charged_on: '2016-06-22' } });
    done.delete('give_command');
  }

  // Parts of addresses that belong together, by what the service itself lists.
  async function places() {
    const of = async (name, parts = {}) => (await computed(operation(name), parts, 'practitioner')).body;
    const act = { family: 'risk', act: 'judge_harm' };
    const out = [noted, { event: '1' }];
    for (const { case: one } of (await of('caseload')).cases) {
      const { appointments } = await of('case_overview', { case: one });
      const of_each_outcome = new Map(appointments.map((each) => [each.outcome, each.appointment]));
      for (const appointment of of_each_outcome.values()) out.push({ case: one, appointment, ...act });
      for (const { plan } of (await of('plans', { case: one })).plans) out.push({ case: one, plan });
      for (const found of (await of('further_offences', { case: one })).further_offences)
        out.push({ case: one, further_offence: found.further_offence });
    }
    const { staff } = await done_by_somebody(operation('workload'), {});
    out.push(...staff.map((one) => ({ staff: one.staff, family: 'workforce', act: 'assign' })));
    const month = { name: 'crc-2015', period: '2016-03' };
    const { statement } = await done_by_somebody(operation('statement'), month);
    for (const { line_id } of statement.lines) {
      const [, , clause, line] = line_id.split('/');
      const { cases } = await done_by_somebody(operation('statement_line'), { ...month, clause, line });
      if (cases.length > 0) out.push({ ...month, clause, line, record: cases[0].case });
    }
    return out;
  }

  test('the document is OpenAPI 3.1 by its published schema', async () => {
    const validator = new Validator();
    assert.deepEqual(await validator.validate(structuredClone(document)), { valid: true });
    assert.equal(validator.version, '3.1');
    for (const spoil of [
      (one) => { delete one.info.version; },
      (one) => { one.paths['/api/v1/search'].post.requestBody.content = []; },
      (one) => { one.paths['/api/v1/cases/{case}'].get.parameters[0].in = 'body'; },
      (one) => { one.paths['/api/v1/my-work'].get.responses['200'].description = 7; },
      (one) => { one.paths['/api/v1/my-work'].get.responses['401'].content['application/problem+json'].schema.$ref = '#/none'; },
    ]) {
      const spoilt = structuredClone(document);
      spoil(spoilt);
      const { valid } = await validator.validate(spoilt).catch(() => ({ valid: false })); // a reference to nothing is thrown
      assert.ok(!valid, `${spoil} is let through`);
    }
  });

  test('every schema in it is one of JSON Schema 2020-12, with no word that means nothing', () => {
    let found = 0;
    const visit = (value, steps) => {
      if (value === null || typeof value !== 'object') return;
      const is_schema = steps.at(-1) === 'schema' || (steps.length === 3 && steps[1] === 'schemas');
      if (is_schema) {
        found += 1;
        assert.ok(schemas.validateSchema(value), `${steps.join(' ')}: ${schemas.errorsText(schemas.errors)}`);
        schema_at(...steps); // strict: fails at a word that is unknown
        return;
      }
      for (const [step, below] of Object.entries(value)) visit(below, [...steps, step]);
    };
    visit(document, []);
    assert.ok(found > 200, `only ${found} schemas`);
    assert.throws(() => schemas.compile({ type: 'object', propertys: {} }), /strict mode/);
  });

  test('everything that can be asked answers as the document says, to every role', async () => {
    const known = await places();
    done.clear();
    for (const asked of operations.filter((one) => one.method === 'get')) {
      const parts = [...asked.path.matchAll(/\{([^}]*)\}/g)].map(([, part]) => part);
      const fitting = parts.length === 0 ? [{}] : known.filter((place) => parts.every((part) => part in place));
      assert.ok(fitting.length > 0, `say where ${asked.path} is`);
      for (const role of Object.keys(sessions)) await exchanged(asked, fitting[0], role);
      for (let next = 0; !done.has(asked.declared.operationId) && next < fitting.length; next += 1)
        await done_by_somebody(asked, fitting[next]);
    }
    assert.deepEqual(not_done('get'), []);
    assert.equal((await exchanged(operation('my_work'), {}, undefined)).status, 401);
    const check = schema_at('paths', '/api/v1/my-work', 'get', 'responses', '200', 'content', 'application/json', 'schema');
    const { body } = await exchanged(operation('my_work'), {}, 'practitioner');
    for (const wrong of [{ ...body, on: 'today' }, { ...body, owed: {} }, { ...body, size: '1' }, { owed: body.owed }])
      assert.ok(!check(wrong), JSON.stringify(wrong).slice(0, 60));
  });

  test('what the document lets be sent is taken, and what it does not is refused', async () => {
    const { cases } = (await exchanged(operation('caseload'), {}, 'practitioner')).body;
    const about = { case: cases[0].case };
    const judge = { id: id(), command: 'risk.judge_harm', fields: { level: 'medium' } };
    const register = { id: id(), command: 'person.register', fields: { name: 'Ada Lonely', birth_date: '1990-09-13' } };
    const { provider } = (await exchanged(operation('account'), {}, 'senior_manager')).body;
    const { staff: [{ staff }] } = (await exchanged(operation('workload'), {}, 'senior_manager')).body;
    for (const [name, role, parts, body] of [
      ['search', 'practitioner', {}, { q: cases[0].name.slice(0, 2) }],
      ['give_command', 'practitioner', about, judge],
      ['open_record', 'practitioner', {}, register],
      ['copy_record', 'case_administrator', about, {}],
      ['make_post', 'senior_manager', {}, { id: id(), command: 'workforce.make_post',
        fields: { body: provider, grade: 'probation_officer', minutes: '2220' } }],
      ['give_staff_command', 'senior_manager', { staff },
        { id: id(), command: 'workforce.assign', fields: { body: provider, reason: 'recruited' } }],
      ['begin_verification', 'auditor', {}, {}],
      ['sign_out', 'analyst', {}, {}],
    ]) {
      assert.ok(takes(operation(name), body), `${name}: ${JSON.stringify(body)}`);
      const { status, body: told } = await exchanged(operation(name), parts, role, body);
      assert.ok(status < 300, `${name}: ${JSON.stringify(told)}`);
    }
    assert.deepEqual(not_done('post').filter((name) => !['sign_in', 'record_outcome'].includes(name)), []);
    for (const [name, role, parts, body] of [
      ['search', 'practitioner', {}, { q: 'a', unheard_of: 'b' }],
      ['search', 'practitioner', {}, {}],
      ['give_command', 'practitioner', about, { ...judge, id: 'mine' }],
      ['give_command', 'practitioner', about, { ...judge, id: id(), fields: { level: 'middling' } }],
      ['give_command', 'practitioner', about, { ...judge, id: id(), fields: {} }],
      ['give_command', 'practitioner', about, { ...register, id: id() }],
      ['open_record', 'practitioner', {}, { ...judge, id: id() }],
    ]) {
      assert.ok(!takes(operation(name), body), `${name} takes ${JSON.stringify(body)}`);
      const { status } = await exchanged(operation(name), parts, role, body);
      assert.ok(status >= 400 && status < 500, `${name} with ${JSON.stringify(body)}: ${status}`);
    }
  });
}
