import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plotlyLoaderHtml, render } from '@casebook/vis';
import { chromium, type Browser, type Page } from 'playwright-core';
import { HOSTILE_VALUES, HOSTILE_VECTORS } from '../../packages/vis/test/hostile-values';
import { chartsWith, valuesWith } from '../../packages/vis/test/values-with-text';

const CHROMIUM = [
  process.env['CASEBOOK_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file): file is string => file !== undefined && existsSync(file));

const inBrowser = CHROMIUM === undefined ? describe.skip : describe;

/** Every value is rendered in the tests of vis; a browser takes an even share of them. */
const SHARE = HOSTILE_VALUES.filter((_, at) => at % 7 === 0);

const htmlOf = (value: unknown): string => render(value)['text/html'] ?? '';

const page = (parts: readonly string[]): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${parts.join('\n')}</body></html>`;

inBrowser(CHROMIUM === undefined ? 'in a browser (skipped: no Chromium found)' : 'in Chromium', () => {
  let browser: Browser;
  let folder: string;
  let opened: { page: Page; dialogs: string[]; errors: string[]; requests: string[] };

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    folder = mkdtempSync(join(tmpdir(), 'charts '));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => opened.page.close());

  const open = async (parts: readonly string[]): Promise<Page> => {
    const file = join(folder, 'page.html');
    writeFileSync(file, page(parts));
    const one = await browser.newPage();
    opened = { page: one, dialogs: [], errors: [], requests: [] };
    one.on('dialog', (dialog) => {
      opened.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    one.on('pageerror', (error) => opened.errors.push(error.message));
    one.on('request', (request) => {
      if (/^(?:https?|ftp):/.test(request.url())) opened.requests.push(request.url());
    });
    await one.goto(`file://${file}`);
    return one;
  };

  const drawn = (count: number): Promise<unknown> =>
    opened.page.waitForFunction(
      `[...document.querySelectorAll('.js-plotly-plot .main-svg')].length >= ${count}`,
      undefined,
      { timeout: 60_000 },
    );

  test('a chart is drawn and takes the place of its picture, without a network', async () => {
    const [timeline, bar] = chartsWith('plain').map(htmlOf);
    const one = await open([plotlyLoaderHtml().text, timeline ?? '', bar ?? '']);
    await drawn(2);
    await one.waitForFunction(`[...document.images].every((image) => image.offsetParent === null)`);
    expect(
      await one.evaluate(`({
        marks: document.querySelectorAll('.js-plotly-plot .scatterlayer .point').length,
        bars: document.querySelectorAll('.js-plotly-plot .barlayer .point').length,
      })`),
    ).toEqual({ marks: 6, bars: 2 });
    expect(opened.errors).toEqual([]);
    expect(opened.requests).toEqual([]);
  }, 90_000);

  test('a chart whose library comes after it is drawn all the same', async () => {
    const [timeline] = chartsWith('plain').map(htmlOf);
    await open([timeline ?? '', plotlyLoaderHtml().text]);
    await drawn(1);
    expect(opened.errors).toEqual([]);
  }, 90_000);

  test('without scripts every chart is a picture that loads', async () => {
    const one = await open(
      chartsWith('plain').map((chart) => htmlOf(chart).replace(/<script>[^]*?<\/script>/g, '')),
    );
    expect(await one.evaluate(`[...document.images].map((image) => image.naturalWidth)`)).toEqual([
      960, 960, 960, 960,
    ]);
  }, 60_000);

  test(`${SHARE.length} hostile values in every renderer add no element and run nothing`, async () => {
    const count = `(() => {
      const all = [...document.body.querySelectorAll('*')];
      return {
        handlers: all.flatMap((each) => [...each.attributes]).filter(({ name }) => name.startsWith('on')).length,
        strange: all.map(({ localName }) => localName).filter((name) =>
          !['div', 'span', 'b', 'br', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'img', 'details', 'summary', 'pre', 'ul', 'li'].includes(name)),
        images: [...document.images].filter((image) => !image.src.startsWith('data:image/svg+xml;base64,')).length,
        harmed: window.__harmed === undefined ? 0 : 1,
      };
    })()`;
    const parts = SHARE.flatMap((hostile) =>
      valuesWith(hostile).map((value) => htmlOf(value).replace(/<script>[^]*?<\/script>/g, '')),
    );
    const found: unknown[] = [];
    for (let at = 0; at < parts.length; at += 2000) {
      const one = await open(parts.slice(at, at + 2000));
      found.push(await one.evaluate(count));
      expect([opened.dialogs, opened.requests]).toEqual([[], []]);
      await one.close();
    }
    expect(new Set(found.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ handlers: 0, strange: [], images: 0, harmed: 0 })]),
    );
  }, 180_000);

  test(`${HOSTILE_VECTORS.length} hostile values drawn by Plotly are texts that do nothing, also when pointed at`, async () => {
    const parts = HOSTILE_VECTORS.map((hostile, at) => htmlOf(chartsWith(hostile)[at % 4]));
    const one = await open([plotlyLoaderHtml().text, ...parts]);
    await drawn(parts.length);
    await one.evaluate(`[...document.querySelectorAll('.js-plotly-plot')].forEach((plot) =>
      window.Plotly.Fx && window.Plotly.Fx.hover(plot, [{ curveNumber: 0, pointNumber: 0 }]))`);
    await one.waitForTimeout(500);
    const found = await one.evaluate(`(() => {
      const all = [...document.body.querySelectorAll('*')];
      return {
        hovers: document.querySelectorAll('.js-plotly-plot .hovertext').length > 0,
        links: document.querySelectorAll('.js-plotly-plot svg a').length,
        handlers: all.flatMap((each) => [...each.attributes]).filter(({ name }) => name.startsWith('on')).length,
        strange: all.filter((each) => ['iframe', 'object', 'embed', 'form', 'base', 'link', 'meta', 'video', 'math', 'animate', 'foreignObject'].includes(each.localName)).length,
        images: [...document.images].filter((image) => !image.src.startsWith('data:image/svg+xml;base64,')).length,
        harmed: window.__harmed === undefined ? 0 : 1,
      };
    })()`);
    expect(found).toEqual({ hovers: true, links: 0, handlers: 0, strange: 0, images: 0, harmed: 0 });
    expect([opened.dialogs, opened.requests, opened.errors]).toEqual([[], [], []]);
  }, 180_000);

  test('every picture of a hostile value is well-formed and holds shapes and texts only', async () => {
    const one = await open([]);
    const pictures = SHARE.flatMap((hostile) =>
      chartsWith(hostile).flatMap((chart) => /src="(data:image[^"]*)"/.exec(htmlOf(chart))?.[1] ?? []),
    );
    const names = await one.evaluate(`(() => {
      const seen = new Set();
      for (const address of ${JSON.stringify(pictures)}) {
        const bytes = Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (unit) => unit.charCodeAt(0));
        const parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'image/svg+xml');
        for (const each of parsed.querySelectorAll('*')) {
          seen.add(each.localName);
          for (const { name } of each.attributes) if (/^on|href/.test(name)) seen.add(name);
        }
      }
      return [...seen].sort();
    })()`);
    expect(names).toEqual(['circle', 'line', 'path', 'rect', 'svg', 'text']);
  }, 120_000);
});
