/** The fields of the first record of comma-separated text (RFC 4180): quotes hold commas and line ends, two are one. */
export function csvFields(text: string): readonly string[] {
  const fields: string[] = [];
  const field = /"((?:[^"]|"")*)"([^,\r\n]*)|([^,\r\n]*)/y;
  for (let at = 0; ; at = field.lastIndex + 1) {
    field.lastIndex = at;
    const match = field.exec(text);
    fields.push(match?.[1] === undefined ? (match?.[3] ?? '') : match[1].replaceAll('""', '"') + match[2]);
    if (text[field.lastIndex] !== ',') return fields;
  }
}
