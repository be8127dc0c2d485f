import { CasebookError, type Frame } from '@casebook/core';
import { firstColumn } from '../columns/first-column';
import { LOGON_SCHEMAS, type LogonSchema } from './logon-schema';

/** A schema in terms of one frame. */
export interface ChosenLogonSchema {
  readonly schema: LogonSchema;
  readonly time: string;
  readonly account?: string;
  readonly host?: string;
  readonly source?: string;
  readonly type?: string;
  readonly result?: string;
  readonly message?: string;
}

/** The schema that fits a frame, or the wanted one by value or name; none is an `UnknownColumn` error that says what each needs. */
export function chooseLogonSchema(frame: Frame, wanted: string | LogonSchema | undefined): ChosenLogonSchema {
  const candidates =
    typeof wanted === 'object'
      ? [wanted]
      : LOGON_SCHEMAS.filter(({ name }) => wanted === undefined || name === wanted);
  if (candidates.length === 0)
    throw new CasebookError('InvalidParameter', `unknown logon schema: ${String(wanted)}`, {
      help: `One of: ${LOGON_SCHEMAS.map(({ name }) => name).join(', ')}.`,
    });
  for (const schema of candidates) {
    const chosen = columnsOf(frame, schema);
    if (chosen) return chosen;
  }
  throw new CasebookError('UnknownColumn', 'no columns of logons', {
    help: `${candidates.map(needs).join('; ')}. Columns: ${frame.columns.map(({ name }) => name).join(', ')}.`,
  });
}

function columnsOf(frame: Frame, schema: LogonSchema): ChosenLogonSchema | undefined {
  const time = firstColumn(frame, schema.time);
  const account = firstColumn(frame, schema.account);
  const result = firstColumn(frame, schema.result?.columns ?? []);
  const message = firstColumn(frame, schema.message ?? []);
  const told = message !== undefined || (account !== undefined && result !== undefined);
  if (time === undefined || !told) return undefined;
  return {
    schema,
    time,
    account,
    result,
    message,
    host: firstColumn(frame, schema.host ?? []),
    source: firstColumn(frame, schema.source ?? []),
    type: firstColumn(frame, schema.type ?? []),
  };
}

const needs = ({ name, time, account, result, message }: LogonSchema): string => {
  const said = message
    ? message.join(' or ')
    : [account, result?.columns ?? []].map((names) => names.join(' or ')).join(', ');
  return `${name}: ${time.join(' or ')}, ${said}`;
};
