import { isRecord } from './is-record';
import type { CodeCell, DisplayOutput, MimeBundle, Output, ResultOutput } from './notebook';

/** A message of the kernel's output channel. */
export interface KernelMessage {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Turns kernel messages into the outputs of cells: neighbouring streams become one, `clear_output` clears,
 * and `update_display_data` changes what was shown under its id in any cell of the run.
 */
export class OutputLog {
  readonly #displays = new Map<string, (DisplayOutput | ResultOutput)[]>();
  readonly #clearing = new Set<CodeCell>();

  /** Applies a message to the cell that it answers. */
  receive(cell: CodeCell, { type, content }: KernelMessage): void {
    if (type === 'clear_output') {
      if (content['wait'] === true) this.#clearing.add(cell);
      else this.#clear(cell);
    } else if (type === 'update_display_data') {
      this.#update(content);
    } else {
      const output = toOutput(type, content);
      if (output) this.#add(cell, output, displayId(content));
    }
  }

  #add(cell: CodeCell, output: Output, id: string | null): void {
    if (this.#clearing.has(cell)) this.#clear(cell);
    const last = cell.outputs[cell.outputs.length - 1];
    if (output.output_type === 'stream' && last?.output_type === 'stream' && last.name === output.name) {
      last.text += output.text;
      return;
    }
    cell.outputs.push(output);
    if (id !== null && 'data' in output) {
      this.#displays.set(id, [...(this.#displays.get(id) ?? []), output]);
    }
  }

  #clear(cell: CodeCell): void {
    this.#clearing.delete(cell);
    cell.outputs.length = 0;
  }

  #update(content: KernelMessage['content']): void {
    const id = displayId(content);
    for (const shown of (id !== null && this.#displays.get(id)) || []) {
      shown.data = bundle(content['data']);
      shown.metadata = bundle(content['metadata']);
    }
  }
}

function toOutput(type: string, content: KernelMessage['content']): Output | null {
  const data = bundle(content['data']);
  const metadata = bundle(content['metadata']);
  switch (type) {
    case 'stream':
      return {
        output_type: 'stream',
        name: content['name'] === 'stderr' ? 'stderr' : 'stdout',
        text: String(content['text']),
      };
    case 'display_data':
      return { output_type: 'display_data', data, metadata };
    case 'execute_result': {
      const count = content['execution_count'];
      return {
        output_type: 'execute_result',
        execution_count: typeof count === 'number' ? count : null,
        data,
        metadata,
      };
    }
    case 'error':
      return {
        output_type: 'error',
        ename: String(content['ename']),
        evalue: String(content['evalue']),
        traceback: Array.isArray(content['traceback']) ? content['traceback'].map(String) : [],
      };
    default:
      return null;
  }
}

function bundle(value: unknown): MimeBundle {
  return isRecord(value) ? value : {};
}

function displayId(content: KernelMessage['content']): string | null {
  const transient = content['transient'];
  const id = isRecord(transient) ? transient['display_id'] : undefined;
  return typeof id === 'string' ? id : null;
}
