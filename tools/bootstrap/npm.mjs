import { run } from './run.mjs';

/** Runs npm: the one that runs us where there is one. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  return script && /\.c?js$/.test(script)
    ? run(process.execPath, [script, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
