import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contents, KernelClient, written } from './kernel-client';

const kernels = join(__dirname, '..', 'share', 'jupyter', 'kernels');

jest.setTimeout(60_000);

describe('the kernel', () => {
  let kernel: KernelClient;

  beforeAll(async () => {
    kernel = await KernelClient.start(kernels);
  });
  afterAll(() => kernel.close());

  test('publishes input and the value of the last expression', async () => {
    const done = await kernel.execute('const a: number = 20;\na + 1');
    expect(done.published.map(({ header }) => header.msg_type)).toEqual([
      'status',
      'execute_input',
      'execute_result',
      'status',
    ]);
    expect(contents(done, 'execute_result')[0]).toEqual({
      execution_count: 1,
      data: { 'text/plain': '21' },
      metadata: {},
    });
    expect(done.reply.content).toMatchObject({ status: 'ok', execution_count: 1 });
  });

  test('tells an error without frames of the kernel', async () => {
    const { reply, published } = await kernel.execute(
      'function dig(): void {\n  throw new TypeError("boom");\n}\ndig();',
    );
    const traceback = [
      'TypeError: boom',
      '    throw new TypeError("boom");',
      '          ^',
      '    at dig (cell 2, line 2, column 9)',
      '    at cell 2, line 4, column 1',
    ];
    const error = { ename: 'TypeError', evalue: 'boom', traceback };
    expect(reply.content).toEqual({ status: 'error', execution_count: 2, ...error });
    expect(published.find(({ header }) => header.msg_type === 'error')?.content).toEqual(error);
  });

  test('marks the place of a mistake that the compiler finds', async () => {
    const { reply } = await kernel.execute('const fine = 1;\nconst wrong: number = fin;');
    expect(reply.content['ename']).toBe('TypeScriptError');
    expect(reply.content['traceback']).toEqual([
      "TypeScriptError: Cannot find name 'fin'. Did you mean 'fine'? (line 2, column 23)",
      '  const wrong: number = fin;',
      '                        ^',
    ]);
  });

  test('takes column numbers from the cell as it is written, also where an await was put before it', async () => {
    const { reply } = await kernel.execute('const v: string = await (async () => 1)();');
    expect(reply.content['evalue']).toBe("Type 'number' is not assignable to type 'string'.");
    expect((reply.content['traceback'] as string[])[0]).toContain('(line 1, column 7)');
  });

  test.each([
    ['await (…)', 'await (async () => 41)() + 1', '42'],
    ['await […]', 'const list = await [1, 2];\nlist.length', '2'],
    ['await await (…)', 'const it = await (await (async () => 7)());\nit', '7'],
    ['await `…`', 'await `text`', 'text'],
    [
      'for await',
      'let sum = 0;\nasync function* count() { yield 1; yield 2; }\nfor await (const n of count()) sum += n;\nsum',
      '3',
    ],
  ])('runs %s at top level', async (_, code, text) => {
    const done = await kernel.execute(code);
    expect(done.reply.content['status']).toBe('ok');
    expect(contents(done, 'execute_result')[0]?.['data']).toEqual({ 'text/plain': text });
  });

  test('aborts the cells that wait behind one that fails', async () => {
    const ids = await Promise.all(['throw new Error("first")', '1', '2'].map((code) => kernel.submit(code)));
    const done = await Promise.all(ids.map((id) => kernel.finished(id)));
    expect(done.map(({ reply }) => reply.content['status'])).toEqual(['error', 'aborted', 'aborted']);
    const { reply } = await kernel.execute('3');
    expect(reply.content['status']).toBe('ok');
  });

  test('runs the cells that wait behind one that fails where errors are allowed', async () => {
    const options = { stop_on_error: false };
    const ids = await Promise.all(
      ['throw new Error("first")', '"b"', '"c"'].map((code) => kernel.submit(code, options)),
    );
    const done = await Promise.all(ids.map((id) => kernel.finished(id)));
    expect(done.map(({ reply }) => reply.content['status'])).toEqual(['error', 'ok', 'ok']);
    expect(done.slice(1).map((each) => contents(each, 'execute_result')[0]?.['data'])).toEqual([
      { 'text/plain': 'b' },
      { 'text/plain': 'c' },
    ]);
  });

  test('loses none of 10,000 outputs in a burst, nor the idle status', async () => {
    const done = await kernel.execute(
      'const port: any = (globalThis as any)[Symbol.for("casebook.display")];\n' +
        'for (let i = 0; i < 10_000; i++) port.display({ "text/plain": String(i) });',
    );
    const shown = contents(done, 'display_data').map(
      ({ data }) => (data as Record<string, string>)['text/plain'],
    );
    expect(shown).toEqual(Array.from({ length: 10_000 }, (_, i) => String(i)));
  });

  test('joins 10,000 lines of text into few messages, in order', async () => {
    const done = await kernel.execute('for (let i = 0; i < 10_000; i++) console.log(i);');
    expect(written(done)).toBe(Array.from({ length: 10_000 }, (_, i) => `${i}\n`).join(''));
    expect(contents(done, 'stream').length).toBeLessThan(100);
  });

  test('puts what comes late into the cell that it belongs to', async () => {
    const first = await kernel.submit('setTimeout(() => console.log("late"), 150); 0');
    await kernel.finished(first);
    const second = await kernel.execute('await new Promise((resolve) => setTimeout(resolve, 400)); 0');
    expect(written(second)).toBe('');
    expect(
      kernel
        .publishedFor(first)
        .filter(({ header }) => header.msg_type === 'stream')
        .map(({ content }) => content),
    ).toEqual([{ name: 'stdout', text: 'late\n' }]);
  });

  test('says busy when a waiting cell really starts', async () => {
    const first = await kernel.submit('await new Promise((resolve) => setTimeout(resolve, 200)); "first"');
    const second = await kernel.submit('"second"');
    await kernel.finished(second);
    const order = kernel.published
      .filter(({ parent }) => parent.msg_id === first || parent.msg_id === second)
      .filter(({ header }) => header.msg_type === 'status')
      .map(({ parent, content }) => [parent.msg_id === first ? 1 : 2, content['execution_state']]);
    expect(order).toEqual([
      [1, 'busy'],
      [1, 'idle'],
      [2, 'busy'],
      [2, 'idle'],
    ]);
  });

  test('answers history, communication and interrupt requests', async () => {
    const history = await kernel.request('history_request', { hist_access_type: 'tail', n: 1 });
    expect(history.reply.header.msg_type).toBe('history_reply');
    expect(history.reply.content['history']).toEqual([[1, expect.any(Number), '"second"']]);
    const comms = await kernel.request('comm_info_request', { target_name: 'jupyter.widget' });
    expect([comms.reply.header.msg_type, comms.reply.content]).toEqual([
      'comm_info_reply',
      { status: 'ok', comms: {} },
    ]);
    const interrupt = await kernel.request('interrupt_request', {}, { control: true });
    expect(interrupt.reply.header.msg_type).toBe('interrupt_reply');
  });

  test('completes names and tells their types', async () => {
    const { reply } = await kernel.request('complete_request', { code: 'Math.flo', cursor_pos: 8 });
    expect(reply.content).toMatchObject({ matches: ['floor'], cursor_start: 5, cursor_end: 8 });
    const inspected = await kernel.request('inspect_request', { code: 'Math.floor', cursor_pos: 7 });
    expect(JSON.stringify(inspected.reply.content)).toContain('Math.floor(x: number): number');
    const whole = await kernel.request('is_complete_request', { code: 'if (true) {' });
    expect(whole.reply.content['status']).toBe('incomplete');
  });

  test('stops waiting for a cell that is interrupted, and aborts its signal', async () => {
    const id = await kernel.submit(
      'const signal = (globalThis as any)[Symbol.for("casebook.display")].signal();\n' +
        'signal.addEventListener("abort", () => console.log("told"));\n' +
        'await new Promise(() => undefined);',
    );
    await kernel.until(() =>
      kernel.publishedFor(id).find(({ header }) => header.msg_type === 'execute_input'),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    kernel.process.kill('SIGINT');
    const done = await kernel.finished(id);
    expect(done.reply.content).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(written(done)).toBe('told\n');
  });

  test('interrupts a loop that never ends', async () => {
    const id = await kernel.submit('while (true) {}');
    await new Promise((resolve) => setTimeout(resolve, 700));
    kernel.process.kill('SIGINT');
    expect((await kernel.finished(id)).reply.content).toMatchObject({
      status: 'error',
      ename: 'Interrupted',
    });
  });

  test('fails a cell whose promise nobody awaited', async () => {
    const { reply } = await kernel.execute('void Promise.reject(new Error("floating")); 1');
    expect(reply.content).toMatchObject({ status: 'error', ename: 'Error', evalue: 'floating' });
  });

  test('ends the waiting of a cell when an error comes that nobody awaited', async () => {
    const { reply } = await kernel.execute(
      'setTimeout(() => { throw new RangeError("lost"); }, 50);\nawait new Promise(() => undefined);',
    );
    expect(reply.content).toEqual({
      status: 'error',
      execution_count: expect.any(Number),
      ename: 'RangeError',
      evalue: 'lost',
      traceback: [
        'RangeError: lost',
        '  setTimeout(() => { throw new RangeError("lost"); }, 50);',
        '                           ^',
        expect.stringMatching(/^ {4}at .*cell \d+, line 1, column 26\)?$/),
        'Nobody awaited this: put `await` before the call.',
      ],
    });
  });

  test('fails the cell that runs when an earlier one fails late, and shows the error in both', async () => {
    const first = await kernel.submit('setTimeout(() => void Promise.reject(new Error("stray")), 100); 1');
    await kernel.finished(first);
    const second = await kernel.execute('await new Promise((resolve) => setTimeout(resolve, 5000))');
    expect(second.reply.content).toMatchObject({ status: 'error', evalue: 'stray' });
    expect(
      kernel
        .publishedFor(first)
        .filter(({ header }) => header.msg_type === 'error')
        .map(({ content }) => content['evalue']),
    ).toEqual(['stray']);
  });

  test('tells the line of an error in asynchronous code, also of an earlier cell', async () => {
    await kernel.execute(
      'async function deep(depth: number): Promise<number> {\n\n  // dig on\n  await null;\n' +
        '  if (depth === 0) throw new Error("bottom");\n  return deep(depth - 1);\n}',
    );
    const { reply } = await kernel.execute('\nconst found = await (deep(0));\nfound');
    const count = Number(reply.content['execution_count']);
    expect(reply.content['traceback']).toEqual([
      'Error: bottom',
      '    if (depth === 0) throw new Error("bottom");',
      '                           ^',
      `    at deep (cell ${count - 1}, line 5, column 26)`,
      `    at async cell ${count}, line 2, column 15`,
    ]);
  });

  test('aborts hundreds of cells that wait, and runs the one that is sent upon the failure', async () => {
    const first = await kernel.submit('const until = Date.now() + 300; while (Date.now() < until); throw 1');
    const ids = await Promise.all(Array.from({ length: 300 }, (_, i) => kernel.submit(`${i}`)));
    const failed = await kernel.until(() => kernel.replies.find(({ parent }) => parent.msg_id === first));
    expect(failed.content).toMatchObject({ status: 'error', ename: 'Thrown', evalue: '1' });
    const next = await kernel.execute('"next"');
    expect(next.reply.content['status']).toBe('ok');
    const done = await Promise.all(ids.map((id) => kernel.finished(id)));
    expect(new Set(done.map(({ reply }) => reply.content['status']))).toEqual(new Set(['aborted']));
  });

  test('keeps the order of what is written to both streams and shown', async () => {
    const done = await kernel.execute(
      'console.log("a"); console.error("b"); console.log("c");\n' +
        'import { show } from "@casebook/jupyter";\nshow("d"); process.stdout.write("e"); "f"',
    );
    expect(
      done.published
        .filter(({ header }) => /stream|display|result/.test(header.msg_type))
        .map(({ content }) => content['text'] ?? (content['data'] as Record<string, string>)['text/plain']),
    ).toEqual(['a\n', 'b\n', 'c\n', 'd', 'e', 'f']);
  });

  test('counts code points, as Jupyter does, when it completes', async () => {
    const { reply } = await kernel.request('complete_request', { code: '"😀😀"; Math.flo', cursor_pos: 14 });
    expect(reply.content).toMatchObject({ matches: ['floor'], cursor_start: 11, cursor_end: 14 });
  });

  test('neither counts nor remembers a cell that asks for it', async () => {
    const before = (await kernel.execute('1')).reply.content['execution_count'];
    const hidden = await kernel.execute('2', { store_history: false });
    const silent = await kernel.execute('3', { silent: true });
    expect([hidden, silent].map(({ reply }) => reply.content['execution_count'])).toEqual([before, before]);
    expect(silent.published.map(({ header }) => header.msg_type)).toEqual(['status', 'status']);
  });

  test('refuses to show a promise', async () => {
    const { reply } = await kernel.execute(
      'import { show } from "@casebook/jupyter";\nshow(Promise.resolve(1));',
    );
    expect(reply.content['traceback']).toEqual([
      'InvalidValue: pending value: a promise',
      '  Write show(await …).',
    ]);
  });

  test('knows the library of ES2023 and only the types of Node', async () => {
    const done = await kernel.execute('[1, 2, 3].findLast((n) => n < 3)');
    expect(contents(done, 'execute_result')[0]?.['data']).toEqual({ 'text/plain': '2' });
    const { reply } = await kernel.execute('expect(1)');
    expect(reply.content['evalue']).toContain("Cannot find name 'expect'");
  });

  test('shows an error that comes after its cell in that cell', async () => {
    const id = await kernel.submit('setTimeout(() => { throw new RangeError("later"); }, 100); 1');
    await kernel.finished(id);
    const error = await kernel.until(() =>
      kernel.publishedFor(id).find(({ header }) => header.msg_type === 'error'),
    );
    expect(error.content).toMatchObject({ ename: 'RangeError', evalue: 'later' });
    expect((await kernel.execute('"alive"')).reply.content['status']).toBe('ok');
  });

  test('fails a cell that calls process.exit and lives on', async () => {
    const { reply } = await kernel.execute('process.exit(3)');
    expect(reply.content).toMatchObject({
      status: 'error',
      evalue: expect.stringContaining('process.exit(3)'),
    });
    expect((await kernel.execute('"alive"')).reply.content['status']).toBe('ok');
  });

  test('keeps the output of tslab’s own display functions', async () => {
    const done = await kernel.execute('import * as tslab from "tslab";\ntslab.display.html("<b>x</b>");');
    expect(contents(done, 'display_data')[0]).toMatchObject({ data: { 'text/html': '<b>x</b>' } });
  });

  test('watches no files', async () => {
    const done = await kernel.execute(
      'import { readdirSync, readlinkSync } from "node:fs";\n' +
        'readdirSync("/proc/self/fd").filter((fd) => { try { return readlinkSync("/proc/self/fd/" + fd).includes("inotify"); } catch { return false; } }).length',
    );
    expect(contents(done, 'execute_result')[0]?.['data']).toEqual({ 'text/plain': '0' });
  });

  test('takes in a changed file of the project', async () => {
    const file = join(kernel.folder, 'helper.ts');
    writeFileSync(file, 'export const answer: number = 41;');
    const first = await kernel.execute('import { answer } from "./helper";\nanswer');
    writeFileSync(file, 'export const answer: string = "forty-two";');
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    const second = await kernel.execute(
      'import { answer } from "./helper";\nconst text: string = answer;\ntext',
    );
    const shown = [first, second].map((done) => contents(done, 'execute_result')[0]?.['data']);
    expect(shown).toEqual([{ 'text/plain': '41' }, { 'text/plain': 'forty-two' }]);
  });

  test('finds Casebook and its types from a folder that has no modules', async () => {
    const done = await kernel.execute(
      'import { TimeSpan } from "@casebook/core";\n' +
        'const span: TimeSpan = TimeSpan.parse("2026-10-05/P1D");\n' +
        'const text: string = span.toString();\nconst number: 7 = 7 as TimeSpan extends { start: infer _ } ? 7 : 8;\ntext',
    );
    expect(done.reply.content).toMatchObject({ status: 'ok' });
    expect(contents(done, 'execute_result')[0]?.['data']).toEqual({
      'text/plain': '2026-10-05T00:00:00Z/2026-10-06T00:00:00Z',
    });
    const wrong = await kernel.execute('import { Nothing } from "@casebook/core";\nNothing');
    expect(wrong.reply.content['ename']).toBe('TypeScriptError');
    const other = await kernel.execute('import { x } from "not-there";\nx');
    expect(other.reply.content['evalue']).toMatch(/Cannot find module 'not-there'/);
  });

  test('replaces what was shown under an id', async () => {
    const done = await kernel.execute(
      'import { show } from "@casebook/jupyter";\nshow("one", { id: "it" });\nshow("two", { id: "it" });',
    );
    expect(contents(done, 'display_data')).toEqual([
      { data: { 'text/plain': 'one' }, metadata: {}, transient: { display_id: 'it' } },
    ]);
    expect(contents(done, 'update_display_data')).toEqual([
      { data: { 'text/plain': 'two' }, metadata: {}, transient: { display_id: 'it' } },
    ]);
    const again = await kernel.execute('show("three", { id: "it" });');
    expect(contents(again, 'display_data')).toEqual([
      { data: { 'text/plain': 'three' }, metadata: {}, transient: { display_id: 'it' } },
    ]);
  });

  test('shows a Casebook error with the place in the query and the way out', async () => {
    const { reply } = await kernel.execute(
      'import { CasebookError } from "@casebook/core";\n' +
        'throw new CasebookError("KqlUnsupported", "unsupported operator: graph-match", { query: "T\\n| graph-match x", help: "It runs on Azure only.", position: { line: 2, column: 3, offset: 4, length: 11 } });',
    );
    expect(reply.content['traceback']).toEqual([
      'KqlUnsupported: unsupported operator: graph-match (line 2, column 3)',
      '  | graph-match x',
      '    ^^^^^^^^^^^',
      '  It runs on Azure only.',
    ]);
  });

  test('leaves when it is told to', async () => {
    const gone = new Promise((resolve) => kernel.process.once('exit', resolve));
    const { reply } = await kernel.request('shutdown_request', { restart: false }, { control: true });
    expect(reply.content).toEqual({ status: 'ok', restart: false });
    expect(await gone).toBe(0);
  });
});
