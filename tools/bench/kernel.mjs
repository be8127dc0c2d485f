// How long the kernel takes from its start to its first answer, and what a first cell costs. Usage: node tools/bench/kernel.mjs
import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print, median } from './lib.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { Dealer } = createRequire(join(root, 'packages', 'jupyter', 'package.json'))('zeromq');
const freePort = () =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => settle(port));
    });
  });

const request = async (shell, key, type, content) => {
  const header = { msg_id: randomUUID(), msg_type: type, session: 'bench', username: '', version: '5.3' };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  const sign = createHmac('sha256', key);
  for (const part of parts) sign.update(part);
  await shell.send(['<IDS|MSG>', sign.digest('hex'), ...parts]);
  await shell.receive();
};

const once = async (folder) => {
  const key = randomUUID();
  const names = ['shell_port', 'iopub_port', 'stdin_port', 'control_port', 'hb_port'];
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await freePort()])));
  const file = join(folder, 'connection.json');
  const connection = { ip: '127.0.0.1', transport: 'tcp', key, signature_scheme: 'hmac-sha256', ...ports };
  writeFileSync(file, JSON.stringify(connection));
  const started = performance.now();
  const main = join(root, 'packages', 'jupyter', 'dist', 'kernel', 'main.js');
  const kernel = spawn(process.execPath, [main, file], { cwd: root, stdio: 'ignore' });
  const shell = new Dealer({ linger: 0 });
  shell.connect(`tcp://127.0.0.1:${ports.shell_port}`);
  await request(shell, key, 'kernel_info_request', {});
  const ready = performance.now();
  const code = "import { openWorkspace } from 'casebook';";
  await request(shell, key, 'execute_request', {
    code,
    silent: false,
    store_history: true,
    allow_stdin: false,
  });
  const first = performance.now();
  shell.close();
  kernel.kill('SIGKILL');
  return { ready: ready - started, first: first - ready };
};

const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
const runs = [];
for (let run = 0; run < 6; run += 1) runs.push(await once(folder));
rmSync(folder, { recursive: true, force: true });
for (const [name, title] of [
  ['ready', 'kernel, from its start to its first answer'],
  ['first', "first cell: import from 'casebook'"],
]) {
  const taken = runs.slice(1).map((run) => run[name]);
  print(title, { min: Math.min(...taken), median: median(taken), max: Math.max(...taken) });
}
