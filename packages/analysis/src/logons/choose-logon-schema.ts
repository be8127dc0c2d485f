import { CasebookError, type Frame } from '@casebook/core';
import { firstColumn } from '../columns/first-column';
import { nearestName } from '../columns/nearest-name';
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
  throw noLogons(
    frame.columns.map(({ name }) => name),
    candidates,
  );
}

/** An error that names what the schema lacks that lacks least, the nearest columns that are there, and what each schema needs. */
function noLogons(own: readonly string[], candidates: readonly LogonSchema[]): CasebookError {
  const lacking = candidates.map((schema) =>
    rolesOf(schema).filter((role) => !role.some((name) => own.includes(name))),
  );
  const [least = []] = lacking.sort((a, b) => a.length - b.length);
  const near = least.flatMap((role) => role.map((name) => nearestName(name, own)).find((name) => name) ?? []);
  return new CasebookError(
    'UnknownColumn',
    `no columns of logons: ${least.map((role) => role.join(' or ')).join(', ')}`,
    {
      help: `${near.length === 0 ? '' : `Did you mean ${near.join(', ')}? `}${candidates.map(needs).join('; ')}. Columns: ${own.join(', ')}.`,
    },
  );
}

/** What a schema must have: for each role the names that may hold it. */
const rolesOf = ({ time, account, result, message }: LogonSchema): readonly (readonly string[])[] =>
  message ? [time, message] : [time, account, result?.columns ?? []];

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

const needs = (schema: LogonSchema): string =>
  `${schema.name}: ${rolesOf(schema)
    .map((role) => role.join(' or '))
    .join(', ')}`;
