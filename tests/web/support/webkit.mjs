/** WebKitGTK: its driver and its small browser, on a screen that nobody sees. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import { findProgram } from './programs.mjs';

const SCREEN = '1600x1400x24';

/** Longer than the driver takes to listen, in milliseconds. */
const PATIENCE = 15_000;

/** The driver, if all else that it needs is there too. */
export function findWebKit() {
  const driver = findProgram(process.env.WEBKIT_DRIVER, 'WebKitWebDriver');
  return findMiniBrowser() && findProgram('Xvfb') ? driver : undefined;
}

/** WebKit's own small browser comes with its library, beside no other program. */
function findMiniBrowser() {
  return foldersIn('/usr/lib')
    .flatMap(foldersIn)
    .filter((folder) => /^webkit2?gtk-[0-9.]+$/.test(path.basename(folder)))
    .map((folder) => path.join(folder, 'MiniBrowser'))
    .find((place) => existsSync(place));
}

function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}

/** Starts WebKitGTK with a home of its own. The driver's session is at `browser.driver`. */
export async function launchWebKit() {
  const home = await mkdtemp(path.join(tmpdir(), 'waymark-webkit-'));
  const screen = await startScreen();
  const { server, address } = await startDriver(home, screen.display);
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities(
      new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
      }),
    )
    .build();
  const first = { window: await driver.getWindowHandle(), frames: [] };
  return {
    browser: { driver, first, current: first },
    stop: async () => {
      await driver.quit();
      await Promise.all([stop(server), stop(screen.server)]);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The server picks a number that is free, and tells it when it is ready. */
async function startScreen() {
  const server = start(
    findProgram('Xvfb'),
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(server.stdio[3], 'data');
  return { server, display: `:${String(number).trim()}` };
}

async function startDriver(home, display) {
  const port = await freePort();
  const server = start(findWebKit(), [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_CACHE_HOME: path.join(home, 'cache'),
      XDG_CONFIG_HOME: path.join(home, 'config'),
      XDG_DATA_HOME: path.join(home, 'data'),
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  await listening(port);
  return { server, address: `http://127.0.0.1:${port}` };
}

/** The driver does not tell which port it got. */
async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const socket = net.connect(port, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isThere) return;
    await new Promise((waited) => setTimeout(waited, 20));
  }
  throw new Error('WebKitWebDriver does not listen');
}

function start(program, args, options) {
  const server = spawn(program, args, options);
  process.once('exit', () => server.kill());
  return server;
}

async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill();
  await once(server, 'exit');
}
