import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openStage, type Stage } from '../../build/stage/stage.ts';

/** What a window may do: items 3–9 of safety.md 3, each asserted on the running program. */

let stage: Stage;
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'yichuang-window-'));

test.beforeAll(async () => {
  stage = await openStage(home);
});
test.afterAll(async () => {
  await stage.close();
});

test('3 every window is sandboxed, isolated, without Node, in memory only', async () => {
  const windows = await stage.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = Reflect.get(
        webContents,
        'getLastWebPreferences',
      ).call(webContents);
      return {
        preferences: {
          sandbox,
          contextIsolation,
          nodeIntegration,
          webSecurity,
          webviewTag,
        },
        persistent: webContents.session.isPersistent(),
        spellchecks: webContents.session.isSpellCheckerEnabled(),
      };
    }),
  );
  expect(windows).toHaveLength(2);
  for (const one of windows)
    expect(one).toEqual({
      preferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
      persistent: false,
      spellchecks: false,
    });
  const tools = await stage.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      webContents.openDevTools();
      return webContents.isDevToolsOpened();
    }),
  );
  expect(tools).toEqual([false, false]);
  const reach = await stage.window.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    bridge: Object.keys(window.desk ?? {}).toSorted(),
  }));
  expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['ask', 'hear'] });
});

test('4 only packaged files are served; files and the web are not reached', async () => {
  const hits: string[] = [];
  const server = http.createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('x');
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const loaded = await stage.window.evaluate(async (port) => {
    const tries = [
      'file:///etc/hostname',
      `http://127.0.0.1:${port}/`,
      'app://desk/..%2f..%2fpackage.json',
      'app://other/x',
    ];
    return Promise.all(
      tries.map(
        (source) =>
          new Promise<string>((seen) => {
            const picture = new Image();
            picture.addEventListener('load', () => seen('loaded'));
            picture.addEventListener('error', () => seen('refused'));
            picture.src = source;
          }),
      ),
    );
  }, address.port);
  expect(loaded).toEqual(['refused', 'refused', 'refused', 'refused']);
  const fetched = await stage.window.evaluate(
    (port) =>
      fetch(`http://127.0.0.1:${port}/`).then(
        () => 'loaded',
        () => 'refused',
      ),
    address.port,
  );
  expect(fetched).toBe('refused');
  expect(hits).toEqual([]);
  server.close();
});

test('5 the page stays where it is and opens nothing', async () => {
  const before = stage.window.url();
  const opened = await stage.window.evaluate(() => window.open('app://desk/index.html') === null);
  await stage.window.evaluate(() => window.location.assign('file:///etc/passwd'));
  await stage.window.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(opened).toBe(true);
  expect(stage.window.url()).toBe(before);
  expect(stage.app.windows()).toHaveLength(2);
});

test('5 no key of the browser does anything', async () => {
  const before = stage.window.url();
  for (const key of [
    'F5',
    'Control+r',
    'Control+Shift+r',
    'Control+Shift+i',
    'Control+u',
    'Control+o',
    'Control+s',
    'Control+n',
    'Control+t',
    'Control+w',
    'Alt+ArrowLeft',
    'Control+=',
    'Control+0',
    'Control+h',
    'Control+j',
  ])
    await stage.window.keyboard.press(key);
  expect(stage.window.url()).toBe(before);
  expect(stage.app.windows()).toHaveLength(2);
  expect(await stage.window.evaluate(() => window.devicePixelRatio)).toBe(1);
});

test('6 nothing a page asks for is granted', async () => {
  const asked = await stage.window.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    ),
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'denied',
    ),
    place: await new Promise<string>((told) => {
      navigator.geolocation.getCurrentPosition(
        () => told('granted'),
        () => told('denied'),
      );
    }),
    serial: await Promise.resolve(Reflect.get(navigator, 'serial')?.requestPort?.()).then(
      (port) => (port === undefined ? 'denied' : 'granted'),
      () => 'denied',
    ),
  }));
  expect(asked).toEqual({
    notification: 'denied',
    camera: 'denied',
    clipboard: 'denied',
    place: 'denied',
    serial: 'denied',
  });
});

test('7 a question that is too large is answered with a sentence and goes nowhere', async () => {
  const asked = await stage.window.evaluate(() =>
    window.desk?.ask('intake.find-item', { text: 'x'.repeat(70_000) }),
  );
  expect(asked).toEqual({
    kind: 'fault',
    fault: { number: 'SHELL', message: 'the question is larger than 64 kB' },
  });
});

test('8 the policy stops code and styles that are not ours', async () => {
  // Later, in the page's own turn: what a debugger runs directly is excused from the policy.
  const tried = await stage.window.evaluate(async () => {
    await new Promise<void>((later) => void setTimeout(later, 0));
    const attempt = (act: () => unknown): string => {
      try {
        act();
        return 'done';
      } catch {
        return 'stopped';
      }
    };
    return {
      eval: attempt(() => Reflect.construct(Function, ['return 1'])()),
      markup: attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      script: attempt(() => {
        document.createElement('script').src = 'https://example.invalid/x.js';
      }),
    };
  });
  expect(tried).toEqual({ eval: 'stopped', markup: 'stopped', script: 'stopped' });
});

test('9 a crashed page comes back, and leaves no memory on disk', async () => {
  await stage.app.evaluate(({ BrowserWindow }) => {
    const desk = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#desk'));
    desk?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() =>
      stage.app.evaluate(({ BrowserWindow }) => {
        const desk = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().endsWith('#desk'));
        return desk?.webContents.isCrashed() === false && !desk.webContents.isLoading();
      }),
    )
    .toBe(true);
  const dumps = fs
    .readdirSync(path.join(home, 'shell'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.dmp'));
  expect(dumps).toEqual([]);
});
