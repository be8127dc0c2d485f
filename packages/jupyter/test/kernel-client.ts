import { spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dealer, Subscriber } from 'zeromq';

export interface Message {
  readonly header: { readonly msg_type: string; readonly msg_id: string };
  readonly parent: { readonly msg_id?: string };
  readonly content: Record<string, unknown>;
}

/** What came of one request: its reply and everything published for it, up to `idle`. */
export interface Exchange {
  readonly reply: Message;
  readonly published: readonly Message[];
}

const KEY = 'a-key';
const DELIMITER = Buffer.from('<IDS|MSG>');

const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
};

const parse = (frames: readonly Buffer[]): Message => {
  const parts = frames.slice(frames.findIndex((frame) => frame.equals(DELIMITER)) + 2);
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()) as unknown);
  return { header, parent, content } as Message;
};

/** The command of a kernelspec, as Jupyter fills it in. */
export const kernelCommand = (kernelsFolder: string, name: string, connectionFile: string): string[] => {
  const folder = join(kernelsFolder, name);
  const { argv } = JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8')) as { argv: string[] };
  return argv.map((part) =>
    part.replace('{resource_dir}', folder).replace('{connection_file}', connectionFile),
  );
};

/** Drives a real kernel process over its sockets, as a front end does. */
export class KernelClient {
  readonly published: Message[] = [];
  readonly replies: Message[] = [];
  readonly #shell = new Dealer({ linger: 0 });
  readonly #control = new Dealer({ linger: 0 });
  readonly #iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  readonly #listeners = new Set<() => void>();

  private constructor(
    readonly process: ChildProcess,
    readonly folder: string,
  ) {}

  static async start(kernels: string, cwd?: string, name = 'casebook'): Promise<KernelClient> {
    return KernelClient.startCommand((file) => kernelCommand(kernels, name, file), cwd);
  }

  static async startCommand(commandOf: (file: string) => string[], cwd?: string): Promise<KernelClient> {
    const folder = mkdtempSync(join(tmpdir(), 'kernel test '));
    const [shell, control, stdin, hb, iopub] = await freePorts(5);
    const file = join(folder, 'connection.json');
    const ports = {
      shell_port: shell,
      control_port: control,
      stdin_port: stdin,
      hb_port: hb,
      iopub_port: iopub,
    };
    writeFileSync(
      file,
      JSON.stringify({
        transport: 'tcp',
        ip: '127.0.0.1',
        key: KEY,
        signature_scheme: 'hmac-sha256',
        ...ports,
      }),
    );
    const [command = '', ...args] = commandOf(file);
    const child = spawn(command, args, { cwd: cwd ?? folder, stdio: ['ignore', 'inherit', 'inherit'] });
    const client = new KernelClient(child, folder);
    client.#iopub.connect(`tcp://127.0.0.1:${iopub}`);
    client.#iopub.subscribe();
    client.#shell.connect(`tcp://127.0.0.1:${shell}`);
    client.#control.connect(`tcp://127.0.0.1:${control}`);
    void client.#listen(client.#iopub, client.published);
    void client.#listen(client.#shell, client.replies);
    void client.#listen(client.#control, client.replies);
    await client.#subscribed();
    return client;
  }

  /** A subscription takes a moment: asks until an answer's broadcast arrives too. */
  async #subscribed(): Promise<void> {
    for (;;) {
      const id = await this.send('kernel_info_request', {});
      await this.until(() => this.replies.find(({ parent }) => parent.msg_id === id), 40_000);
      const heard = this.until(() => this.publishedFor(id)[0], 200);
      if (await heard.catch(() => undefined)) return;
    }
  }

  async #listen(socket: AsyncIterable<Buffer[]>, target: Message[]): Promise<void> {
    for await (const frames of socket) {
      target.push(parse(frames));
      for (const listener of this.#listeners) listener();
    }
  }

  /** Resolves when the condition holds; rejects when that takes too long. */
  until<T>(read: () => T | undefined, limit = 20_000): Promise<T> {
    const now = read();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
      };
      const listener = (): void => {
        const value = read();
        if (value === undefined) return;
        finish();
        resolve(value);
      };
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`not within ${limit} ms: ${read.toString()}`));
      }, limit);
      this.#listeners.add(listener);
    });
  }

  /** Sends a request; answers with its id. */
  async send(
    type: string,
    content: object,
    options: { control?: boolean; metadata?: object } = {},
  ): Promise<string> {
    const id = randomUUID();
    const header = {
      msg_id: id,
      msg_type: type,
      session: 's',
      username: 'test',
      date: '2026-01-01T00:00:00Z',
      version: '5.3',
    };
    const parts = [header, {}, options.metadata ?? {}, content].map((part) => JSON.stringify(part));
    const hash = createHmac('sha256', KEY);
    for (const part of parts) hash.update(part);
    await (options.control ? this.#control : this.#shell).send([DELIMITER, hash.digest('hex'), ...parts]);
    return id;
  }

  /** What was published for a request so far. */
  publishedFor(id: string): Message[] {
    return this.published.filter(({ parent }) => parent.msg_id === id);
  }

  /** Waits for the reply to a request, and for `idle`. */
  async finished(id: string, limit?: number): Promise<Exchange> {
    const reply = await this.until(() => this.replies.find(({ parent }) => parent.msg_id === id), limit);
    await this.until(() =>
      this.published.find(
        ({ parent, content }) => parent.msg_id === id && content['execution_state'] === 'idle',
      ),
    );
    return { reply, published: this.publishedFor(id) };
  }

  async request(type: string, content: object, options: { control?: boolean } = {}): Promise<Exchange> {
    return this.finished(await this.send(type, content, options));
  }

  submit(code: string, options: object = {}): Promise<string> {
    return this.send('execute_request', {
      code,
      silent: false,
      store_history: true,
      stop_on_error: true,
      ...options,
    });
  }

  async execute(code: string, options: object = {}): Promise<Exchange> {
    return this.finished(await this.submit(code, options));
  }

  async close(): Promise<void> {
    if (this.process.exitCode === null) {
      const gone = new Promise((resolve) => this.process.once('exit', resolve));
      this.process.kill('SIGKILL');
      await gone;
    }
    this.#shell.close();
    this.#control.close();
    this.#iopub.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The published messages of a type, as their contents. */
export const contents = ({ published }: Exchange, type: string): Record<string, unknown>[] =>
  published.filter(({ header }) => header.msg_type === type).map(({ content }) => content);

/** The text that a cell wrote. */
export const written = (exchange: Exchange): string =>
  contents(exchange, 'stream')
    .map(({ text }) => text)
    .join('');
