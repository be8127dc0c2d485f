import { columnReference } from '../expressions/names-and-paths';
import { refuse } from '../plan/refusal';
import type { Scalar } from '../plan/scalar';
import type { Call, SpecialRow } from './special-row';

/** Rows in files do not tell when they arrived: the time of the event stands for it, and the answer says so. */
function ingestionTime(call: Call): Scalar {
  const column = ['TimeGenerated', 'Timestamp']
    .map((wanted) => call.scope.row?.columns.find(({ name, type }) => name === wanted && type === 'datetime'))
    .find(Boolean);
  if (!column)
    return refuse('ingestion_time() over rows without TimeGenerated or Timestamp', call.node, call.scope);
  call.scope.compilation.notices.set('ingestion_time()', {
    code: 'information',
    message: `The rows do not tell when they arrived: ingestion_time() is ${column.name} here.`,
    partial: false,
  });
  return columnReference(column);
}

/** `ingestion_time`. */
export const INGESTION_TIME: SpecialRow = {
  name: 'ingestion_time',
  note: 'the time of the event, with a notice in the answer',
  build: ingestionTime,
};
