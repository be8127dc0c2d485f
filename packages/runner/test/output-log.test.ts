import type { CodeCell } from '@casebook/runner';
import { OutputLog } from '../src/notebook/output-log';

function cell(): CodeCell {
  return { cell_type: 'code', id: 'a', metadata: {}, source: '', execution_count: null, outputs: [] };
}

const stream = (text: string, name = 'stdout') => ({ type: 'stream', content: { name, text } });

describe('OutputLog', () => {
  it('joins neighbouring streams of one name', () => {
    const [log, one] = [new OutputLog(), cell()];
    for (const message of [stream('a'), stream('b'), stream('c', 'stderr'), stream('d')])
      log.receive(one, message);
    expect(one.outputs).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab' },
      { output_type: 'stream', name: 'stderr', text: 'c' },
      { output_type: 'stream', name: 'stdout', text: 'd' },
    ]);
  });

  it('changes what was shown under an id, in whichever cell, and keeps no transient data', () => {
    const [log, one, two] = [new OutputLog(), cell(), cell()];
    const shown = (text: string) => ({
      data: { 'text/plain': text },
      metadata: {},
      transient: { display_id: 'x' },
    });
    log.receive(one, { type: 'display_data', content: shown('old') });
    log.receive(two, { type: 'update_display_data', content: shown('new') });
    expect(one.outputs).toEqual([
      { output_type: 'display_data', data: { 'text/plain': 'new' }, metadata: {} },
    ]);
    expect(two.outputs).toEqual([]);
  });

  it('clears at once, or with the next output', () => {
    const [log, one] = [new OutputLog(), cell()];
    log.receive(one, stream('a'));
    log.receive(one, { type: 'clear_output', content: { wait: true } });
    expect(one.outputs).toHaveLength(1);
    log.receive(one, stream('b'));
    expect(one.outputs).toEqual([{ output_type: 'stream', name: 'stdout', text: 'b' }]);
    log.receive(one, { type: 'clear_output', content: { wait: false } });
    expect(one.outputs).toEqual([]);
  });
});
