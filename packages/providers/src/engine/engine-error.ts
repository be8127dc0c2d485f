import { CasebookError, type ErrorCode } from '@casebook/core';

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);

/** The first line of an engine's message without its kind, its hints and its excerpt of the SQL. */
const firstLine = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/^[A-Z][\w ]*? Error: /, '').slice(0, 300);

const classify = (message: string): { code: ErrorCode; say: string; help: string } => {
  if (/^Out of Memory Error|max_temp_directory_size/i.test(message))
    return {
      code: 'OutOfMemory',
      say: 'query too large for the memory limit',
      help: 'Narrow the time span or summarize earlier, or open the workspace with a larger memoryLimit.',
    };
  if (/^(IO|Permission) Error|Invalid Input Error: .*parquet/i.test(message))
    return {
      code: 'InvalidSource',
      say: `unreadable data: ${firstLine(message)}`,
      help: 'A file changed or went away since the workspace was opened; open it again.',
    };
  if (/"~(hll|tdigest):/.test(message))
    return {
      code: 'KqlUnsupported',
      say: 'unsupported reading of a raw sketch',
      help: 'Read it with dcount_hll, percentile_tdigest and the like; Azure alone has the raw form.',
    };
  if (/Error: unsupported /.test(message))
    return {
      code: 'KqlUnsupported',
      say: firstLine(message),
      help: 'The embedded engine refuses what it cannot answer exactly; this query runs on Azure only.',
    };
  return {
    code: 'KqlRuntime',
    say: `failed query: ${firstLine(message)}`,
    help: 'The query is valid, but a value in the data or a step in the engine made it fail.',
  };
};

/** Wraps whatever the engine threw, once: a Casebook error passes as it is. */
export const engineError = (error: unknown, query?: string): CasebookError => {
  if (CasebookError.is(error)) return error;
  const { code, say, help } = classify(messageOf(error));
  return new CasebookError(code, say, { help, query, cause: error });
};
