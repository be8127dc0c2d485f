/** What can go wrong, by code; the text says whose mistake it is. An error's `code` and `name` are one of these keys. */
export const ERROR_CODES = {
  KqlSyntax: 'the query is not valid KQL',
  KqlUnsupported: 'the embedded engine does not run this construct; Azure does',
  KqlRuntime: 'the query failed while it ran',
  QueryTimeout: 'the query ran past its deadline',
  QueryAborted: 'the caller cancelled the query',
  OutOfMemory: 'the query needs more memory than the workspace allows',
  UnknownParameter: 'a parameter that the query or notebook does not have',
  MissingParameter: 'a required parameter without a value',
  InvalidParameter: 'a parameter value of the wrong type or outside its set',
  UnknownOption: 'an option that the notebooklet does not have',
  MissingInput: 'a notebooklet input without a value',
  UnknownColumn: 'a column that the frame does not have',
  TypeMismatch: 'columns or values of types that do not fit together',
  InvalidValue: 'a value that the type cannot hold exactly',
  InvalidTimeSpan: 'a text or pair that is not a time span',
  SourceNotFound: 'a data source that does not exist',
  InvalidSource: 'a data source that cannot be read',
  InvalidConfiguration: 'a configuration file with a mistake',
  ClockUnknown: 'a workspace without rows and without `now`',
  WorkspaceClosed: 'a workspace that was closed',
  InvalidNotebook: 'a notebook that cannot be read',
  KernelFailed: 'the kernel or the Jupyter server did not start or died',
  CellFailed: 'a notebook cell failed',
  RunTimeout: 'the notebook ran past its time limit',
  RunInterrupted: 'the notebook run was interrupted',
  Usage: 'a command line that cannot be understood',
} as const;

/** The code of a {@link CasebookError}. */
export type ErrorCode = keyof typeof ERROR_CODES;
