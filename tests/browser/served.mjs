// What the specs of the service share: a service of their own, signed-in readers, pictures.
//
// SHOTS names a folder in which screenshots are kept.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { browser, watched, without_fault_on } from './browser.mjs';

export const program = resolve(process.env.PROBITY ?? 'build/release/probity');
export const shots = process.env.SHOTS;
export const widths = [1280, 320];

// What the program answers as JSON.
export const asked = (...given) => JSON.parse(execFileSync(program, [...given, '--json']));

// Serves a sample until `stop`. `at`: "http://127.0.0.1:PORT"; `word`: password of the sample's accounts;
// `log()`: what it wrote of its requests.
export async function served(ledger, ...options) {
  const service = spawn(program, ['serve', '--ledger', ledger, '--port', '0', '--sample', ...options]);
  let log = '';
  service.stderr.on('data', (text) => { log += text; });
  const [at, word] = await new Promise((found, failed) => {
    let said = '';
    service.stdout.on('data', (text) => {
      said += text;
      const address = said.match(/http:\/\/[\d.:]+/);
      const password = said.match(/password of each: (.*)\n/);
      if (address && password) found([address[0], password[1]]);
    });
    service.on('exit', () => failed(new Error(`the service ended: ${said}${log}`)));
  });
  if (shots) mkdirSync(shots, { recursive: true });
  const stop = () => new Promise((stopped) => {
    service.on('exit', stopped);
    service.kill('SIGTERM');
  });
  return { at, word, log: () => log, stop };
}

// Of the form on which risk of serious harm is judged: the choice of a level, and what it asks of each group.
export const level_on = (page, of, level) =>
  page.getByRole('group', { name: of }).getByLabel(level, { exact: true });
export const levels_of_risk = ['public', 'known adult', 'children', 'staff', 'prisoners']
  .map((group) => `Level of risk to ${{ public: 'the ', 'known adult': 'a ' }[group] ?? ''}${group}`);

// A browser of its own, signed in.
export async function signed_in_at(at, name, word, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = watched(await context.newPage());
  await page.goto(`${at}/sign-in`);
  await page.getByLabel('Account name').fill(name);
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
  return page;
}

// A picture of the page from its top. The window is made as high as the page, up to a height that shows what is on it:
// pictures of what lies outside the window take a browser without a graphics card twenty seconds each.
async function pictured(page, width, file) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, 600), 3000) });
  await page.screenshot({ path: file });
}

// What holds of every page holds of this one as it stands; pictures of it are kept.
export async function looked_at(page, name) {
  for (const width of widths) {
    await without_fault_on(page, width);
    if (shots) await pictured(page, width, join(shots, `${name}-${width}.png`));
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
