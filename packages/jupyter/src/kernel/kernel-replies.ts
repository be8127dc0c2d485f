import type { CellEngine } from './cell-engine';
import { toPoints, toUnits } from './code-points';
import type { WireMessage } from './wire-message';

/** What answers a request at once: the type of the reply and its content; undefined where there is no answer. */
export type Answer = (request: WireMessage) => object | undefined;

const text = (request: WireMessage, name: string): string => String(request.content[name] ?? '');

const cursor = (request: WireMessage): number =>
  toUnits(text(request, 'code'), Number(request.content['cursor_pos'] ?? Infinity));

const kernelInfo = (version: string): object => ({
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'casebook',
  implementation_version: '0.1.0',
  banner: 'Casebook: security investigation in TypeScript',
  help_links: [],
  language_info: {
    name: 'typescript',
    version,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    nbconvert_exporter: 'script',
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
});

const complete = (engine: CellEngine, request: WireMessage): object => {
  const { start, end, names, types } = engine.complete(text(request, 'code'), cursor(request));
  const code = text(request, 'code');
  const [from, to] = [toPoints(code, start), toPoints(code, end)];
  const typed = names.map((name, at) => ({ start: from, end: to, text: name, type: types?.[at] ?? '' }));
  const metadata = types ? { _jupyter_types_experimental: typed } : {};
  return { status: 'ok', matches: names, cursor_start: from, cursor_end: to, metadata };
};

const inspect = (engine: CellEngine, request: WireMessage): object => {
  const found = engine.inspect(text(request, 'code'), cursor(request));
  const data = found === undefined ? {} : { 'text/plain': found };
  return { status: 'ok', found: found !== undefined, data, metadata: {} };
};

const isComplete = (engine: CellEngine, request: WireMessage): object => {
  const { complete: whole, indent } = engine.isComplete(text(request, 'code'));
  return whole ? { status: 'complete' } : { status: 'incomplete', indent: indent ?? '' };
};

const matches = (code: string, pattern: unknown): boolean => {
  if (typeof pattern !== 'string') return true;
  const literal = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(/\*/g, '[^]*').replace(/\?/g, '[^]')}$`).test(code);
};

const historyOf = (cells: readonly string[], request: WireMessage): object => {
  const { hist_access_type: type, n, start, stop, pattern } = request.content;
  const all = cells.map((code, at) => [1, at + 1, code] as const);
  const isWithin = (line: number): boolean => line >= Number(start ?? 0) && line < Number(stop ?? Infinity);
  if (type === 'range') return { status: 'ok', history: all.filter(([, line]) => isWithin(line)) };
  const found = type === 'search' ? all.filter(([, , code]) => matches(code, pattern)) : all;
  return {
    status: 'ok',
    history: typeof n === 'number' ? found.slice(Math.max(0, found.length - n)) : found,
  };
};

/** The requests that are answered at once, by type. */
export const kernelReplies = (engine: CellEngine, history: readonly string[]): ReadonlyMap<string, Answer> =>
  new Map<string, Answer>([
    ['kernel_info_request', () => kernelInfo(engine.version)],
    ['complete_request', (request) => complete(engine, request)],
    ['inspect_request', (request) => inspect(engine, request)],
    ['is_complete_request', (request) => isComplete(engine, request)],
    ['history_request', (request) => historyOf(history, request)],
    ['comm_info_request', () => ({ status: 'ok', comms: {} })],
  ]);
