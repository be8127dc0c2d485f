import { isRecord } from './is-record';
import { joinLines } from './join-lines';
import type { MimeBundle, Output } from './notebook';

/** An output of a notebook file with its texts joined; null where it is none that nbformat knows. */
export function readOutput(value: unknown): Output | null {
  if (!isRecord(value)) return null;
  const metadata = isRecord(value['metadata']) ? value['metadata'] : {};
  switch (value['output_type']) {
    case 'stream':
      return {
        output_type: 'stream',
        name: value['name'] === 'stderr' ? 'stderr' : 'stdout',
        text: joinLines(value['text']),
      };
    case 'display_data':
      return { output_type: 'display_data', data: joinBundle(value['data']), metadata };
    case 'execute_result':
      return {
        output_type: 'execute_result',
        execution_count: typeof value['execution_count'] === 'number' ? value['execution_count'] : null,
        data: joinBundle(value['data']),
        metadata,
      };
    case 'error':
      return {
        output_type: 'error',
        ename: String(value['ename']),
        evalue: String(value['evalue']),
        traceback: Array.isArray(value['traceback']) ? value['traceback'].map(String) : [],
      };
    default:
      return null;
  }
}

function joinBundle(data: unknown): MimeBundle {
  if (!isRecord(data)) return {};
  return Object.fromEntries(
    Object.entries(data).map(([type, value]) => [type, isJsonType(type) ? value : joinLines(value)]),
  );
}

/** Whether a MIME type's data is JSON rather than text. */
export function isJsonType(type: string): boolean {
  return type === 'application/json' || /^application\/.*\+json$/.test(type);
}
