import type { CellEngine } from './cell-engine';
import { toPoints, toUnits } from './code-points';
import type { WireMessage } from './wire-message';

/** What answers a request at once: the type of the reply and its content; undefined where there is no answer. */
export type Answer = (request: WireMessage) => object | undefined;

const text = (request: WireMessage, name: string): string => String(request.content[name] ?? '');

const cursor = (request: WireMessage): number =>
  toUnits(text(request, 'code'), Number(request.content['cursor_pos'] ?? 0));

const kernelInfo = (): object => ({
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'casebook',
  implementation_version: '0.1.0',
  banner: 'Casebook: security investigation in TypeScript',
  help_links: [],
  language_info: {
    name: 'typescript',
    version: '5.0.4',
    mimetype: 'text/typescript',
    file_extension: '.ts',
    nbconvert_exporter: 'script',
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
});

const complete = (engine: CellEngine, request: WireMessage): object => {
  const { start, end, names } = engine.complete(text(request, 'code'), cursor(request));
  const place = (units: number): number => toPoints(text(request, 'code'), units);
  return { status: 'ok', matches: names, cursor_start: place(start), cursor_end: place(end), metadata: {} };
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

const historyOf = (cells: readonly string[], request: WireMessage): object => {
  const { n } = request.content as { n?: number };
  const all = cells.map((code, at) => [1, at + 1, code] as const);
  return { status: 'ok', history: typeof n === 'number' ? all.slice(-n) : all };
};

/** The requests that are answered at once, by type. */
export const kernelReplies = (engine: CellEngine, history: readonly string[]): ReadonlyMap<string, Answer> =>
  new Map<string, Answer>([
    ['kernel_info_request', kernelInfo],
    ['complete_request', (request) => complete(engine, request)],
    ['inspect_request', (request) => inspect(engine, request)],
    ['is_complete_request', (request) => isComplete(engine, request)],
    ['history_request', (request) => historyOf(history, request)],
    ['comm_info_request', () => ({ status: 'ok', comms: {} })],
  ]);
