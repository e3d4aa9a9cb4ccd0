/**
 * Has the grader of MDN's HTTP Observatory look at pages of every kind, as browsers meet them behind a proxy that speaks
 * TLS: what comes over plain HTTP is led to HTTPS. Fails where a page gets less than 120 points, which is an A+.
 *
 * `cargo xtask observatory` installs what this needs, starts a server, invites somebody to be staff there and calls it. A
 * new kind of page is one entry of PAGES; whoever has to be somebody to see it is one of `people`. The grader knows no
 * cookies but those that it is given: theirs the proxy adds, while a page is looked at that names them.
 */

import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const POINTS = 120;
const ORIGIN = new URL(process.env.HEALTHPOST_ORIGIN);
const MAIL = process.env.HEALTHPOST_MAIL;
const INVITATION = new URL(process.env.HEALTHPOST_INVITATION);
const WAIT_MS = 90_000;

/** What it is, its path, who has to look, and its heading where others find something else at the same address. */
const PAGES = [
  ['home', '/'],
  ['list', '/publications?q=flu'],
  ['publication', '/publications/flu-vaccination-leaflet-for-parents'],
  ['basket', '/basket'],
  ['text', '/privacy'],
  ['contact', '/contact'],
  ['find an order', '/track'],
  ['sign in', '/account/sign-in'],
  ['sign up', '/account/sign-up'],
  ['account', '/account', 'owner'],
  ['password', '/account/password', 'owner'],
  ['registry', '/register'],
  ['wizard', '/register/name', 'registrant'],
  ['wizard, tasks', '/register/tasks', 'registrant'],
  ['sign in to a registration', '/my'],
  ['staff, sign in', '/staff/sign-in'],
  ['staff, work', '/staff', 'staff', 'Your work'],
  ['staff, how they sign in', '/staff/security', 'staff', 'How you sign in'],
  ['staff, people', '/staff/people', 'staff', 'People'],
  ['staff, invite', '/staff/people/invite', 'staff', 'Invite somebody'],
];

// The list of domains that browsers know to speak HTTPS only comes from elsewhere when the package is installed with its
// scripts. None of ours is on it.
const PRELOADED = new URL('node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json', import.meta.url);
if (!existsSync(PRELOADED)) writeFileSync(PRELOADED, '{}');

const { retrieve } = await import('@mdn/mdn-http-observatory/src/retriever/retriever.js');
const { ALL_TESTS } = await import('@mdn/mdn-http-observatory/src/constants.js');
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import('@mdn/mdn-http-observatory/src/grader/charts.js');
const { getGradeForScore, getScoreModifier } = await import('@mdn/mdn-http-observatory/src/grader/grader.js');

/** Sends a request to the server itself. */
function ask(method, path, headers, body) {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: ORIGIN.port, method, path, headers: { ...headers, host: ORIGIN.host } };
    const asked = request(to, resolve);
    asked.on('error', reject);
    if (body && typeof body !== 'string') body.pipe(asked);
    else asked.end(body);
  });
}

/** Somebody with a browser without scripts. */
class Somebody {
  cookies = new Map();

  header() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keeps(answer) {
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.cookies.set(name, value);
    }
  }

  async posts(path, answers = {}) {
    const headers = { origin: ORIGIN.origin, 'content-type': 'application/x-www-form-urlencoded', cookie: this.header() };
    const answer = await ask('POST', path, headers, new URLSearchParams(answers).toString());
    answer.resume();
    this.keeps(answer);
    if (answer.statusCode !== 303) throw new Error(`${path} answered ${answer.statusCode}`);
    return answer.headers.location;
  }

  /** What stands on a page. */
  async reads(path) {
    const answer = await ask('GET', path, { accept: 'text/html', cookie: this.header() });
    this.keeps(answer);
    let body = '';
    for await (const part of answer.setEncoding('utf8')) body += part;
    if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`);
    return body;
  }
}

/** Everything that the letters say which were written so far, whatever they are encoded in. */
function letters() {
  const files = existsSync(MAIL) ? readdirSync(MAIL).filter((file) => file.endsWith('.eml')) : [];
  const texts = files.map((file) => readFileSync(join(MAIL, file), 'utf8'));
  const decoded = texts.map((text) =>
    text
      .replaceAll(/base64\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/g, (_, body) => Buffer.from(body, 'base64').toString('utf8'))
      .replaceAll(/=\r?\n/g, '')
      .replaceAll('=3D', '='),
  );
  return decoded.join('\n');
}

/** The token of the link that was mailed. */
async function mailedToken() {
  for (const until = Date.now() + WAIT_MS; Date.now() < until; await wait(200)) {
    const link = /\/account\/link\/([A-Za-z0-9_-]{40,})/.exec(letters());
    if (link) return link[1];
  }
  throw new Error(`no link in the letters in ${MAIL}`);
}

/** Somebody who is signed in to an account. */
async function owner() {
  const somebody = new Somebody();
  await somebody.posts('/do/account/sign-up', { full_name: 'Ada Lovelace', account_email: 'ada@example.com' });
  const to = await somebody.posts('/do/account/open-link', { account_token: await mailedToken() });
  if (to !== '/account/establishment') throw new Error(`signing up leads to ${to}`);
  return somebody;
}

/** Somebody with a registration under way. */
async function registrant() {
  const somebody = new Somebody();
  const to = await somebody.posts('/do/register/start');
  if (to !== '/register/name') throw new Error(`registering begins at ${to}`);
  return somebody;
}

const BASE_32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/** The code that an authenticator shows now (RFC 6238). */
function codeOf(key) {
  const bits = [...key.replaceAll(' ', '')].map((sign) => BASE_32.indexOf(sign).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP_MS)));
  const hash = createHmac('sha1', Buffer.from(bytes)).update(step).digest();
  const from = hash.readUInt8(hash.length - 1) & 15;
  return String((hash.readUInt32BE(from) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** Somebody of staff, who administers everything: invited, with a password and an authenticator. */
async function staff() {
  const somebody = new Somebody();
  const accepted = { full_name: 'Grace Hopper', new_password: 'several plain words' };
  await somebody.posts('/do/staff/accept', { invitation_token: INVITATION.pathname.split('/').pop(), ...accepted });
  await somebody.posts('/do/staff/authenticator');
  // Eight groups of four signs.
  const key = /\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b/.exec(await somebody.reads('/staff/security'));
  if (!key) throw new Error('no key of an authenticator stands on /staff/security');
  await somebody.posts('/do/staff/authenticator-confirm', { staff_code: codeOf(key[0]) });
  const heading = headingOf(await somebody.reads('/staff'));
  if (heading !== 'Your work') throw new Error(`staff who signed in are shown ${heading}`);
  return somebody;
}

/** The heading of a page. */
function headingOf(body) {
  const heading = /<h1\b[^>]*>(.*?)<\/h1>/s.exec(body);
  return heading ? heading[1].replaceAll(/<[^>]*>/g, '').trim() : 'nothing';
}

/** Whose browser is looking. */
let looking;

/** What a proxy with TLS in front of the server does: hands everything on, and nothing besides. */
async function pass(asked, answer) {
  const headers = { ...asked.headers };
  if (looking) headers.cookie = looking.header();
  try {
    const from = await ask(asked.method, asked.url, headers, asked);
    answer.writeHead(from.statusCode, from.headers);
    from.pipe(answer);
  } catch (error) {
    console.error(error);
    answer.writeHead(502).end();
  }
}

/** The port that a server listens at from now on. */
function listens(server) {
  return new Promise((resolve) => server.listen(0, () => resolve(server.address().port)));
}

/** Points, grade and what did not pass: as `scan` of the package counts, which knows no ports. */
function graded(requests) {
  const results = ALL_TESTS.map((test) => test(requests));
  const modifiers = results.map(({ result }) => getScoreModifier(result));
  const sum = (modifiers) => modifiers.reduce((sum, modifier) => sum + modifier, 100);
  const least = sum(modifiers.filter((modifier) => modifier < 0));
  const { score, grade } = getGradeForScore(least >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : least);
  const failed = results.filter(({ pass }) => !pass).map(({ result }) => result);
  return { score, grade, failed };
}

const tls = createTlsServer({ key: readFileSync(process.env.TLS_KEY), cert: readFileSync(process.env.TLS_CERTIFICATE) }, pass);
const httpsPort = await listens(tls);
const plain = createServer((asked, answer) => {
  answer.writeHead(308, { location: `https://localhost:${httpsPort}${asked.url}` }).end();
});
const httpPort = await listens(plain);

const people = { owner: await owner(), registrant: await registrant(), staff: await staff() };
let isKept = true;
console.log('| Page | Address | Points | Grade | Not passed |\n|---|---|---|---|---|');
for (const [name, path, who, heading] of PAGES) {
  looking = who && people[who];
  const requests = await retrieve('localhost', { httpPort, httpsPort, path });
  const { auto, https } = requests.responses;
  const at = https?.request?.path ?? '';
  const { score, grade, failed } = graded(requests);
  const headed = headingOf(requests.resources.path ?? '');
  const isShown = auto?.status === 200 && https?.verified && at === path && (!heading || headed === heading);
  isKept &&= isShown && score >= POINTS;
  const other = `answered ${auto?.status} at ${at}, headed ${headed}${https?.verified ? '' : ', not over TLS'}`;
  const said = isShown ? failed.join(', ') : other;
  console.log(`| ${name} | ${path} | ${isShown && score >= POINTS ? score : `**${score}**`} | ${grade} | ${said} |`);
}
tls.close();
plain.close();
if (!isKept) console.error(`a page has less than ${POINTS} points, or is not the one that was asked for`);
process.exit(isKept ? 0 : 1);
