import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the clone and gives its exit code (null where it did not start or was killed) and output.
 * `show` lets it write to the terminal, `'notices'` its error stream only; `until` kills it unless its output matches `pattern` within `limit` milliseconds.
 */
export function run(command, args, { show = false, env = {}, until, cwd = ROOT } = {}) {
  return new Promise((settle) => {
    const stream = show === true ? 'inherit' : 'pipe';
    const notices = show === false ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', stream, notices],
      detached: until !== undefined,
    });
    const abandon = () => kill(child);
    process.once('exit', abandon);
    let output = '';
    let timer = until && setTimeout(() => kill(child), until.limit);
    const collect = (chunk) => {
      output += chunk;
      if (until && until.pattern.test(output)) clearTimeout(timer);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const end = (code) => {
      clearTimeout(timer);
      process.removeListener('exit', abandon);
      settle({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
