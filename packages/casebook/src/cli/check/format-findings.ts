import { version } from '../version';
import type { Finding } from './finding';

/** The forms that `casebook kql check` answers in. */
export const FINDING_FORMATS = ['text', 'json', 'sarif'] as const;

/** One of {@link FINDING_FORMATS}. */
export type FindingFormat = (typeof FINDING_FORMATS)[number];

/** Findings as text that ends with a line feed: lines for people and editors, plain JSON, or SARIF 2.1.0. Empty text for no findings. */
export function formatFindings(findings: readonly Finding[], format: FindingFormat): string {
  if (format === 'json') return `${JSON.stringify(findings, null, 2)}\n`;
  if (format === 'sarif') return `${JSON.stringify(sarif(findings), null, 2)}\n`;
  return findings.map(textLine).join('');
}

function textLine({ file, cell, line, column, severity, code, message, help }: Finding): string {
  const inner = cell === undefined ? '' : `:cell ${cell}`;
  const more = help === undefined ? '' : `\n${help.replace(/^/gm, '  ')}`;
  return `${file}${inner}:${line}:${column}: ${severity} ${code} ${message}${more}\n`;
}

function sarif(findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'casebook', version: version(), rules: rules.map((id) => ({ id })) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, rules)),
      },
    ],
  };
}

function result(
  { file, cell, inFile, severity, code, message, help, ...place }: Finding,
  rules: string[],
): object {
  const { line, column, endLine, endColumn } = inFile ?? place;
  const where = cell === undefined ? '' : ` (cell ${cell}, line ${place.line}, column ${place.column})`;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: severity,
    message: { text: `${message}${where}${help === undefined ? '' : ` ${help}`}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(cell === undefined ? {} : { logicalLocations: [{ name: `cell ${cell}`, kind: 'member' }] }),
      },
    ],
  };
}
