/** @jest-environment ./packages/kql/test/kusto-environment.cjs */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { supportMatrix, supportPage } from '../src';

describe('the support matrix', () => {
  it('is what SUPPORT.md says', () => {
    expect(readFileSync(join(__dirname, '../SUPPORT.md'), 'utf8')).toBe(supportPage());
  });

  it('lists every construct once, with a link', () => {
    const rows = supportMatrix();
    const names = rows.map(({ kind, name }) => `${kind} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(rows.every(({ link }) => link.startsWith('https://learn.microsoft.com/kusto/query/'))).toBe(true);
  });
});
