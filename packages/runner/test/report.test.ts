import { reportHtml } from '../src/report/report-html';
import { sanitizeHtml } from '../src/report/sanitize-html';
import type { Notebook, Output } from '@casebook/runner';

describe('sanitizeHtml', () => {
  it.each([
    ['<b onclick="x()">a</b>', '<b>a</b>'],
    ['<script>x()</script>b', 'b'],
    ['<script>x()', ''],
    ['<scr<script></script>ipt>x</script>', 'ipt&gt;x'],
    ['<img src=x onerror=x()>', '<img>'],
    [
      '<img src="data:image/svg+xml;base64,AA==" alt="a">',
      '<img src="data:image/svg+xml;base64,AA==" alt="a">',
    ],
    ['<img src="data:text/html,x">', '<img>'],
    ['<a href="java&#115;cript:x()">a</a>', '<a>a</a>'],
    ['<a href="&#x6a;avascript&colon;x()">a</a>', '<a>a</a>'],
    [
      '<a href="https://a.example/?b=1&amp;c">a</a>',
      '<a href="https://a.example/?b=1&amp;c" rel="noopener noreferrer">a</a>',
    ],
    ['<p style="color: red; position: fixed; background: url(http://a)">a', '<p style="color: red">a</p>'],
    ['<p style="background: u\\72l(http://a)">a</p>', '<p style="">a</p>'],
    ['</div></main><td>a', '<td>a</td>'],
    ['<!-- <b> -->a<!doctype x>', 'a'],
    ['1 < 2 && 3 > 2 &lt;b&gt;', '1 &lt; 2 && 3 &gt; 2 &lt;b&gt;'],
    ['<svg><a href="javascript:x()">y</a></svg>z', 'z'],
    ['<iframe srcdoc="<script>"></iframe>z', 'z'],
    ['<div id="a" class="status ok" data-x="1">a</div>', '<div>a</div>'],
    ['<b title="&quot; onload=x">a</b>', '<b title="&quot; onload=x">a</b>'],
  ])('%s', (source, expected) => {
    expect(sanitizeHtml(source).text).toBe(expected);
  });
});

describe('reportHtml', () => {
  const HOSTILE = '</pre></script><script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">';
  const outputs: Output[] = [
    { output_type: 'stream', name: 'stdout', text: HOSTILE },
    { output_type: 'display_data', data: { 'text/html': HOSTILE, 'text/plain': '' }, metadata: {} },
    { output_type: 'display_data', data: { 'text/plain': HOSTILE }, metadata: {} },
    { output_type: 'display_data', data: { 'application/json': { a: HOSTILE } }, metadata: {} },
    { output_type: 'error', ename: HOSTILE, evalue: HOSTILE, traceback: [HOSTILE] },
    {
      output_type: 'display_data',
      data: { 'application/vnd.plotly.v1+json': { data: [{ y: [1], name: HOSTILE }], layout: {} } },
      metadata: {},
    },
  ];
  const notebook: Notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {},
    cells: [
      {
        cell_type: 'markdown',
        id: 'a',
        metadata: {},
        source: `# A title\n\n${HOSTILE}\n\n[x](javascript:alert(1))`,
      },
      { cell_type: 'code', id: 'b', metadata: {}, source: HOSTILE, execution_count: 1, outputs },
    ],
  };
  const outcome = { status: 'ok', ran: 1, cells: 1, milliseconds: 1234, output: 'x' } as const;

  it('lets no log data, code or Markdown become an element', async () => {
    const page = await reportHtml(notebook, { notebook: 'n.ipynb', outcome, started: 0 });
    const scripts = page.match(/<script[^>]*>/g);
    expect(scripts).toEqual(['<script type="application/json">', '<script>', '<script>']);
    const visible = page.replace(/<script[^]*?<\/script>/g, '');
    expect(visible.match(/<[^>]*onerror|<img src=x|href="javascript|<script/g)).toBeNull();
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe('A title');
  });

  it('allows no script but its own and loads nothing', async () => {
    const page = await reportHtml({ ...notebook, cells: [] }, { notebook: 'n.ipynb', outcome, started: 0 });
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(page.includes('<script')).toBe(false);
  });
});
