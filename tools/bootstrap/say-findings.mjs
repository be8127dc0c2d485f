import { readFileSync } from 'node:fs';

const MOST = 12;

/** Prints the sentences that an executed notebook found. */
export function sayFindings(path) {
  const notebook = JSON.parse(readFileSync(path, 'utf8'));
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  const sentences = outputs.map(({ data }) => summaryOf(data)).find((found) => found.length > 0) ?? [];
  if (sentences.length > 0) console.log(`\nWhat was found:`);
  for (const sentence of sentences.slice(0, MOST)) console.log(`  ${sentence}`);
}

/** The summary of a notebooklet's result: from its data, otherwise the first lines of its plain text. */
function summaryOf(data = {}) {
  for (const value of Object.values(data)) {
    if (value?.kind === 'casebook.result') return value.summary;
  }
  const [title = '', ...lines] = [data['text/plain'] ?? ''].flat().join('').split('\n');
  if (!/^Host summary/i.test(title)) return [];
  const found = lines.filter((line) => line.startsWith('- '));
  return [title, ...found];
}
