/** Reads the messages that the server wrote into a folder. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface Message {
  to: string;
  subject: string;
  /** The words as plain text. */
  text: string;
  /** The words as HTML. */
  html: string;
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

/** Messages are sent by a job, so they come a moment after the page; or, where nothing woke it, with the next minute. */
const WAIT_MS = 90_000;
const CODE_SUBJECT = /^(\d{6}) is your Healthpost code$/;

/** The newest message to an address whose subject fits, once it has come; not the one whose subject is known. */
export async function newestMail(address: string, subject: RegExp, known?: string): Promise<Message> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const found = await find(address, subject);
    if (found && found.subject !== known) return found;
    if (Date.now() > until) throw new Error(`no message to ${address} with a subject like ${String(subject)} in ${mailFolder()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The newest message with a code to an address; not the one with the code that is known. */
export async function newestCodeMail(address: string, known?: string): Promise<Message> {
  return newestMail(address, CODE_SUBJECT, known && `${known} is your Healthpost code`);
}

/** The code in a message. */
export function codeOf({ subject }: Message): string {
  return CODE_SUBJECT.exec(subject)?.[1] ?? '';
}

/** The newest code that was mailed to an address; not the one that is known. */
export async function newestCode(address: string, known?: string): Promise<string> {
  return codeOf(await newestCodeMail(address, known));
}

/** The path of the link in a message that begins so. */
export function linkTo(beginning: string, { text }: Message): string {
  const paths = text.split(/\s+/).map((word) => (/^https?:/.test(word) ? new URL(word).pathname : ''));
  const path = paths.find((path) => path.startsWith(beginning));
  if (!path) throw new Error(`no link to ${beginning}… in: ${text}`);
  return path;
}

/** The folder into which the server writes its messages. */
export function mailFolder(): string {
  const folder = process.env.HEALTHPOST_MAIL;
  if (!folder) throw new Error('HEALTHPOST_MAIL must name the folder into which the server writes its messages');
  return folder;
}

/** What was read before, by its file: a message is written once. */
const opened = new Map<string, Message>();

/** The message of a file, once all of it is there. */
async function open(path: string): Promise<Message | undefined> {
  const before = opened.get(path);
  if (before) return before;
  const raw = await readFile(path, 'latin1');
  if (!isWhole(raw)) return undefined;
  const message = read(raw);
  opened.set(path, message);
  return message;
}

async function find(address: string, subject: RegExp): Promise<Message | undefined> {
  const names = await readdir(mailFolder()).catch(() => [] as string[]);
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.eml'))
      .map(async (name) => {
        const path = join(mailFolder(), name);
        return { path, at: (await stat(path)).mtimeMs };
      }),
  );
  files.sort((a, b) => b.at - a.at);
  for (const file of files) {
    const message = await open(file.path);
    if (message?.to.toLowerCase().includes(address.toLowerCase()) && subject.test(message.subject)) return message;
  }
  return undefined;
}

/** Whether a message ends as all of ours do, which have several parts: the server may still be writing it. */
function isWhole(raw: string): boolean {
  const boundary = boundaryOf(split(raw).headers);
  return boundary !== undefined && raw.trimEnd().endsWith(`--${boundary}--`);
}

/** What stands between the parts of a message. */
function boundaryOf(headers: Part['headers']): string | undefined {
  return /boundary="?([^";]+)"?/i.exec(headers.get('content-type') ?? '')?.[1];
}

/** Reads a message; its bytes come as Latin-1. */
export function read(raw: string): Message {
  const whole = split(raw);
  const parts = leaves(whole);
  const words = (type: string) => parts.filter((part) => (part.headers.get('content-type') ?? 'text/plain').startsWith(type)).map(decoded).join('\n');
  return {
    to: whole.headers.get('to') ?? '',
    subject: decodedWords(whole.headers.get('subject') ?? ''),
    text: words('text/plain'),
    html: words('text/html'),
  };
}

function split(raw: string): Part {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return { headers, body };
}

function leaves(part: Part): Part[] {
  const boundary = boundaryOf(part.headers);
  if (!boundary) return [part];
  return part.body
    .split(`--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leaves(split(piece.replace(/^\r?\n/, ''))));
}

function decoded(part: Part): string {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quotedPrintable(part.body.replace(/=\r?\n/g, ''));
  return Buffer.from(part.body, 'latin1').toString('utf8');
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of headers (RFC 2047). */
function decodedWords(text: string): string {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?[^?]+\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(words, 'base64').toString('utf8') : quotedPrintable(words.replaceAll('_', ' ')),
  );
}
