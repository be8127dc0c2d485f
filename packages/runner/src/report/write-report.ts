import type { Notebook } from '../notebook/notebook';
import { writeAtomically } from '../notebook/write-atomically';
import { reportHtml, type ReportDetails } from './report-html';

/** Writes the HTML report of an executed notebook. */
export async function writeReport(path: string, notebook: Notebook, details: ReportDetails): Promise<void> {
  await writeAtomically(path, await reportHtml(notebook, details));
}
