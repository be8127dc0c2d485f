import type { Column, Frame } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { requireColumn } from '../columns/require-column';
import { made, withColumns } from '../columns/with-columns';
import { chooseLogonSchema, type ChosenLogonSchema } from './choose-logon-schema';
import type { LogonSchema } from './logon-schema';
import { syslogLogon } from './syslog-logon';
import { windowsLogonType } from './windows-logon-type';

/** What functions on logons are told of their input. */
export interface ReadLogonsOptions {
  /** The schema of the log, or the name of one of `LOGON_SCHEMAS`; default: the first that fits. */
  readonly schema?: string | LogonSchema;
}

/** Texts that Windows writes where there is no address. */
const NO_SOURCE: ReadonlySet<string> = new Set(['-', 'NaN', 'LOCAL']);

/**
 * Brings logons of Windows (4624, 4625), syslog's auth messages, SigninLogs or DeviceLogonEvents into one form: every row of the
 * input with `TimeGenerated` (datetime), `Computer`, `Account`, `LogonTypeName` (`3 - Network`, `sshd`, an application),
 * `LogonResult` (`Success`, `Failure`, `Unknown` for what is neither) and `SourceIP`, all strings, empty where unknown.
 * A SigninLogs row with another result than 0 is a failure, also one that was only interrupted.
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter` for an unknown schema. O(n).
 * Source: MSTICNB's HostLogonsSummary, step 2; there a Windows source is kept for network logons only.
 */
export function readLogons(frame: Frame, { schema }: ReadLogonsOptions = {}): Frame {
  const chosen = chooseLogonSchema(frame, schema);
  const time = requireColumn(frame, chosen.time, ['datetime']);
  const told = chosen.message === undefined ? ofColumns(frame, chosen) : ofMessages(frame, chosen.message);
  const types = columnTexts(frame, chosen.type).map(windowsLogonType);
  return withColumns(frame, [
    { name: 'TimeGenerated', data: time.data },
    made('Computer', 'string', columnTexts(frame, chosen.host)),
    made('LogonTypeName', 'string', types),
    ...told,
  ]);
}

function ofMessages(frame: Frame, name: string): readonly Column[] {
  const known = new Map<string, ReturnType<typeof syslogLogon>>();
  const read = columnTexts(frame, name).map((text) => {
    const logon = known.get(text) ?? syslogLogon(text);
    known.set(text, logon);
    return logon;
  });
  return [
    made(
      'Account',
      'string',
      read.map(({ account }) => account),
    ),
    made(
      'LogonResult',
      'string',
      read.map(({ result }) => result),
    ),
    made(
      'SourceIP',
      'string',
      read.map(({ source }) => source),
    ),
  ];
}

function ofColumns(frame: Frame, { schema, account, result, source }: ChosenLogonSchema): readonly Column[] {
  const { success = [], failure = [] } = schema.result ?? {};
  const resultOf = (text: string): string => {
    if (success.includes(text)) return 'Success';
    const failed = failure === 'others' ? text !== '' : failure.includes(text);
    return failed ? 'Failure' : 'Unknown';
  };
  const sources = columnTexts(frame, source).map((text) => (NO_SOURCE.has(text) ? '' : text));
  return [
    made('Account', 'string', columnTexts(frame, account)),
    made('LogonResult', 'string', columnTexts(frame, result).map(resultOf)),
    made('SourceIP', 'string', sources),
  ];
}
