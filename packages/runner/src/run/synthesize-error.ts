import type { CodeCell, ErrorOutput } from '../notebook/notebook';

/** Turns what a cell last wrote to its error stream into the error output that a kernel such as stock tslab does not send. */
export function synthesizeError(cell: CodeCell): ErrorOutput {
  const streams = cell.outputs.filter(
    (output) => output.output_type === 'stream' && output.name === 'stderr',
  );
  const stream = streams.pop();
  cell.outputs = cell.outputs.filter((output) => output !== stream);
  const text = stream?.output_type === 'stream' ? stream.text.trim() : '';
  const lines = text.split('\n');
  const said = lines
    .map((line) => /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception)?): (.*)$/.exec(line))
    .find(Boolean);
  const error: ErrorOutput = {
    output_type: 'error',
    ename: said?.[1] ?? 'Error',
    evalue: said?.[2] ?? lines[0] ?? '',
    traceback: text === '' ? [] : lines,
  };
  cell.outputs.push(error);
  return error;
}
