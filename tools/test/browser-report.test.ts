import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Frame, timeline } from '@casebook/core';
import { reportHtml, type Notebook } from '@casebook/runner';
import { render } from '@casebook/vis';
import { chromium } from 'playwright-core';

const CHROMIUM = [process.env['CASEBOOK_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (file): file is string => file !== undefined && existsSync(file),
);
const inBrowser = CHROMIUM === undefined ? describe.skip : describe;

const HOSTILE = '</script><script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">';

function hostileNotebook(): Notebook {
  const frame = Frame.fromRows(
    [
      { name: 'TimeGenerated', type: 'datetime' },
      { name: 'Name', type: 'string' },
    ],
    [{ TimeGenerated: '2026-01-01T00:00:00Z', Name: HOSTILE }],
  );
  const shown = [frame, timeline(frame, { time: 'TimeGenerated', group: 'Name', title: HOSTILE })];
  const outputs = [...shown.map((value) => ({ ...render(value) })), { 'text/html': HOSTILE }];
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      {
        cell_type: 'code',
        id: 'a',
        metadata: {},
        source: HOSTILE,
        execution_count: 1,
        outputs: outputs.map((data) => ({ output_type: 'display_data', data, metadata: {} })),
      },
    ],
  };
}

inBrowser('the HTML report in a browser', () => {
  it('draws its charts, runs nothing of the logs, and asks the network for nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report '));
    const outcome = { status: 'ok', ran: 1, cells: 1, milliseconds: 1, output: 'x' } as const;
    const file = join(folder, 'report.html');
    writeFileSync(file, await reportHtml(hostileNotebook(), { notebook: 'x.ipynb', outcome, started: 0 }));
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url().split(':')[0] ?? ''));
      await page.goto(`file://${encodeURI(file)}`);
      await page.waitForSelector('.figure.drawn .main-svg', { timeout: 20_000 });
      expect(await page.evaluate('window.pwned')).toBeUndefined();
      expect(await page.evaluate("document.querySelectorAll('.figure img:not([style*=none])').length")).toBe(
        1,
      );
      expect(requests.filter((scheme) => scheme !== 'data')).toEqual(['file']);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
