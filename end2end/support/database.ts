/** What only time brings about, or whoever runs the service: rows are made, or as old as they would be, and what the night does is done at once. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { mailFolder } from './mail.ts';

const run = promisify(execFile);

/** A year and a day pass for a registration, and then a night: the job's calendar gives it no payload either. */
const A_YEAR = `
  update registrations set last_confirmed_at = last_confirmed_at - interval '366 days'
  where state = 'active' and registrant_id = (select id from registrants where email_norm = :'email');
  select graphile_worker.add_job('ask_still_right', 'null'::json);
`;

/** Lets a year pass for whoever registered with an address, which is in lower case: they are asked about it. */
export async function letAYearPass(email: string): Promise<void> {
  await runs(A_YEAR, { email });
}

/** Runs statements, with variables as `psql` knows them. */
export async function runs(sql: string, variables: Record<string, string>): Promise<void> {
  const psql = join(process.env.PG_BIN_DIR ?? '', 'psql');
  const set = Object.entries(variables).map(([name, value]) => `--set=${name}=${value}`);
  const running = run(psql, ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', ...set, '--file=-', await database()]);
  // Only in what it reads does psql put in variables.
  running.child.stdin?.end(sql);
  await running;
}

/** How to connect to the server's database: as is said, or to the private one beside the folder of its messages. */
async function database(): Promise<string> {
  const said = process.env.HEALTHPOST_DATABASE;
  if (said) return said;
  const lock = await readFile(join(dirname(mailFolder()), 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const [, , , port, socket] = lock.split('\n');
  if (!port || !socket) throw new Error('HEALTHPOST_DATABASE must say how to connect to the database of the server');
  return `postgresql:///healthpost?user=healthpost&port=${port}&host=${encodeURIComponent(socket)}`;
}
