import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from '@casebook/core';
import { readNotebook, runNotebook, type CodeCell, type RunOptions, type RunOutcome } from '@casebook/runner';
import {
  addFrailKernel,
  describeWithJupyter,
  stockSetup,
  temporaryFolder,
  writeNotebookFile,
} from './support/jupyter';

jest.setTimeout(120_000);

const folder = temporaryFolder();
const jupyter = stockSetup(folder);
const output = join(folder, 'out', 'executed.ipynb');

beforeAll(() => {
  jest.spyOn(console, 'debug').mockImplementation(() => undefined);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function run(
  cells: Parameters<typeof writeNotebookFile>[2],
  options: Partial<RunOptions> = {},
): Promise<RunOutcome> {
  const notebook = writeNotebookFile(folder, 'notebook', cells);
  return runNotebook({ notebook, output, jupyter, ...options });
}

async function codeCells(): Promise<CodeCell[]> {
  const { cells } = await readNotebook(output);
  return cells.filter((cell): cell is CodeCell => cell.cell_type === 'code');
}

function isAlive(pid: number): boolean {
  const state = existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]
    : 'Z';
  return !state?.startsWith('Z');
}

describeWithJupyter('runNotebook on stock tslab', () => {
  it('runs every cell in the folder of the notebook, in order, and reports each', async () => {
    const steps: Progress[] = [];
    const outcome = await run(['const a = 20;', '', 'console.log(a + 1, process.cwd());'], {
      report: (step) => steps.push(step),
    });
    expect(outcome).toEqual({
      status: 'ok',
      ran: 2,
      cells: 2,
      milliseconds: expect.any(Number),
      output,
    });
    const [first, , last] = await codeCells();
    expect(first).toMatchObject({ execution_count: 1, outputs: [] });
    expect(last?.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: `21 ${folder}\n` }]);
    expect(steps).toEqual([
      { message: 'starting the kernel', done: 0, total: 2 },
      { message: 'const a = 20;', done: 0, total: 2 },
      { message: 'console.log(a + 1, process.cwd());', done: 1, total: 2 },
      { message: 'done', done: 2, total: 2 },
    ]);
  });

  it('gives parameters to the cells after the tagged one, whatever they hold', async () => {
    const host = 'a"\\\n`${process.exit()}` // \u2028 </script>';
    await run(
      [
        { source: "const host: string = 'x'; const days = 7;", tags: ['parameters'] },
        'console.log(JSON.stringify([host, days]))',
      ],
      { parameters: { host } },
    );
    const cells = await codeCells();
    expect(cells.map((cell) => cell.metadata['tags'])).toEqual([['parameters'], ['injected-parameters'], []]);
    expect(cells[2]?.outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: `${JSON.stringify([host, 7])}\n` },
    ]);
  });

  it('stops at a failed cell, keeps what was done, and says what failed', async () => {
    const outcome = await run(["console.log('kept')", "throw new TypeError('no')", 'console.log(3)']);
    expect(outcome).toMatchObject({ status: 'failed', ran: 1, cells: 3 });
    expect(outcome.error).toMatchObject({ code: 'CellFailed', message: 'failed cell: TypeError: no' });
    const [kept, failed, never] = await codeCells();
    expect(kept?.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: 'kept\n' }]);
    expect(failed?.outputs).toMatchObject([{ output_type: 'error', ename: 'TypeError', evalue: 'no' }]);
    expect(never).toMatchObject({ outputs: [], execution_count: null });
  });

  it('goes on after a failure that is expected, and passes over cells tagged skip-execution', async () => {
    const outcome = await run([
      { source: "throw new Error('expected')", tags: ['raises-exception'] },
      { source: 'process.exit()', tags: ['skip-execution'] },
      'console.log(2)',
    ]);
    expect(outcome).toEqual({ status: 'ok', ran: 2, cells: 2, output, milliseconds: expect.any(Number) });
    expect((await codeCells())[2]?.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: '2\n' }]);
  });

  it('stops at the time limit, even a cell that never yields', async () => {
    const outcome = await run(['console.log(1)', 'await null; while (true) {}'], { timeout: 20 });
    expect(outcome.error).toMatchObject({ code: 'RunTimeout', message: 'the run took longer than 20 s' });
    expect(outcome.milliseconds).toBeLessThan(40_000);
    const [first, second] = await codeCells();
    expect(first?.outputs).toHaveLength(1);
    expect(second?.outputs).toMatchObject([{ output_type: 'error', ename: 'RunTimeout' }]);
  });

  it('writes the notebook when it is interrupted', async () => {
    const stop = new AbortController();
    const report = ({ done }: Progress): void => void (done === 1 && setTimeout(() => stop.abort(), 300));
    const outcome = await run(['console.log(1)', 'await new Promise((r) => setTimeout(r, 60_000))'], {
      signal: stop.signal,
      report,
    });
    expect(outcome).toMatchObject({ status: 'failed', ran: 1, error: { code: 'RunInterrupted' } });
    expect((await codeCells())[1]?.outputs).toMatchObject([{ ename: 'RunInterrupted' }]);
  });

  it('tells the death of the kernel from a failed cell', async () => {
    const outcome = await run(['console.log(1)', 'process.exit(3)']);
    expect(outcome).toMatchObject({ status: 'failed', ran: 1, error: { code: 'KernelFailed' } });
  });

  it('lets a kernel that dies before it is ready start again', async () => {
    addFrailKernel(folder);
    const notebook = writeNotebookFile(folder, 'frail', ['console.log(1)'], 'frail-tslab');
    const outcome = await runNotebook({ notebook, output, jupyter });
    expect(outcome).toEqual({ status: 'ok', ran: 1, cells: 1, output, milliseconds: expect.any(Number) });
  });

  it('lists the kernels where the notebook asks for another', async () => {
    const notebook = writeNotebookFile(folder, 'other', ['1'], 'nothing-like-it');
    const outcome = await runNotebook({ notebook, output, jupyter });
    expect(outcome.error).toMatchObject({ code: 'KernelFailed', message: 'unknown kernel: nothing-like-it' });
    expect(outcome.error?.help).toContain('stock-tslab');
  });

  it('leaves no process and no folder behind, not even what a cell started on its own', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('casebook-jupyter-'));
    await run([
      "import { spawn } from 'node:child_process';",
      "const child = spawn('sleep', ['300'], { detached: true, stdio: 'ignore' }); child.unref(); console.log(process.pid, process.ppid, child.pid)",
    ]);
    const [printed] = (await codeCells())[1]?.outputs ?? [];
    const pids = (printed?.output_type === 'stream' ? printed.text : '').trim().split(' ').map(Number);
    expect(pids).toHaveLength(3);
    expect(pids.filter(isAlive)).toEqual([]);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('casebook-jupyter-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
  });

  it('writes what nbformat validates', async () => {
    await run(['console.log(1)', "throw new Error('x')"]);
    const python = jupyter.command[0] ?? '';
    const check =
      'import sys, nbformat; nbformat.validate(nbformat.read(sys.argv[1], as_version=4)); print("valid")';
    expect(execFileSync(python, ['-W', 'error', '-c', check, output], { encoding: 'utf8' })).toBe('valid\n');
  });
});

describe('runNotebook before anything starts', () => {
  it.each([
    [
      { hosts: 'x' },
      'UnknownParameter',
      'unknown parameter: hosts',
      'The notebook has host: string, days: number.',
    ],
    [{ days: '7' }, 'InvalidParameter', 'invalid parameter: days=7', 'days takes number.'],
  ])('refuses the parameters %j and writes nothing', async (parameters, code, message, help) => {
    const source = "const host = 'x', days = 7;";
    const notebook = writeNotebookFile(folder, 'checked', [{ source, tags: ['parameters'] }]);
    const elsewhere = join(folder, 'never.ipynb');
    const refused = runNotebook({ notebook, parameters, output: elsewhere, jupyter });
    await expect(refused).rejects.toMatchObject({ code, message, help });
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('refuses a file that is no notebook', async () => {
    const notebook = join(folder, 'jupyter', 'kernels', 'stock-tslab', 'kernel.json');
    await expect(runNotebook({ notebook, output, jupyter })).rejects.toMatchObject({
      code: 'InvalidNotebook',
    });
    await expect(runNotebook({ notebook: `${notebook}.x`, output, jupyter })).rejects.toMatchObject({
      code: 'SourceNotFound',
    });
  });
});
