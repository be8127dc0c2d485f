/** One output in several forms, by MIME type: text as string, JSON forms as plain data. */
export type MimeBundle = Readonly<Record<string, unknown>>;
