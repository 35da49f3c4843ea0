/** The page where editors choose how to embed the tool: what they copy does what they chose. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { accessibilityTree } from './support/accessibility.mjs';
import { axe } from './support/axe.mjs';
import { close, launch, open } from './support/browser.mjs';
import { followed, framed, inlined, servePartners } from './support/partner.mjs';
import { LEEDS } from './support/people.mjs';
import { click, goOn, heading, toResults } from './support/person.mjs';
import { bundle, fileNamed, readSite, serve, texts, welshTexts, words } from './support/site.mjs';

const NARROW = 320;
const OTHER_PACK = 'into-teaching';
const otherTexts = JSON.parse(readSite(`packs/${OTHER_PACK}/texts.en.json`));
const CHOSEN = 'stem-returners-placement';

let site;
let partners;
let chromium;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
  partners = await servePartners(chromium.browser);
});
after(async () => {
  await chromium?.stop();
  site?.stop();
  partners?.stop();
});

const openEmbed = (options) => open(chromium.browser, `${site.address}embed.html`, options);

const written = (page) => page.$eval('#line-text', ({ value }) => value);

function type(page, id, text) {
  return page.$eval(
    `#${id}`,
    (field, text) => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

async function tickProvider(page, programme) {
  const { provider } = texts.programmes[programme];
  await page.evaluate((provider) => {
    const rows = [...document.querySelectorAll('.providers .row')];
    const name = (row) => row.querySelector('[id$=-label]').textContent;
    rows.find((row) => name(row) === provider).click();
  }, provider);
}

/** What is copied for some choices, each way. */
async function linesFor(choose, ...ways) {
  const page = await openEmbed();
  const lines = [];
  for (const way of ways) {
    await click(page, `#way-${way}`);
    if (lines.length === 0) await choose(page);
    lines.push([way, await written(page)]);
  }
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await close(page);
  return lines;
}

async function lineFor(choose, way = 'element') {
  const [[, line]] = await linesFor(choose, way);
  return line;
}

const WAYS = {
  element: (page) => framed(page),
  frame: (page) => framed(page, 'iframe'),
  link: (page) => followed(page),
};

const computed = (page, selector, name) =>
  page.$eval(selector, (element, name) => getComputedStyle(element)[name], name);

async function programmesShown(inside) {
  await toResults(inside, LEEDS);
  return inside.$$eval('.card', (cards) => cards.map(({ id }) => id));
}

/** What an editor may choose whichever way the tool is embedded, and what shows that visitors get it. */
const CHOICES = {
  'another questionnaire': {
    choose: (page) => page.select('#pack', OTHER_PACK),
    look: async (inside) => assert.equal(await heading(inside), otherTexts.pack.title),
  },
  Welsh: {
    choose: (page) => click(page, '#lang-cy'),
    look: async (inside) => assert.equal(await heading(inside), welshTexts.pack.title),
  },
  English: {
    choose: (page) => click(page, '#lang-en'),
    look: async (inside) => assert.equal(await heading(inside), texts.pack.title),
  },
  'the quick check first': {
    choose: (page) => click(page, '#start-quick'),
    look: async (inside) =>
      assert.equal(
        await inside.$eval('.button.go', ({ textContent }) => textContent.trim()),
        words.en['quick.start'],
      ),
  },
  'always dark': {
    choose: (page) => click(page, '#theme-dark'),
    look: async (inside) =>
      assert.equal(await computed(inside, 'body', 'backgroundColor'), 'rgb(19, 32, 31)'),
  },
  'colours and corners': {
    choose: async (page) => {
      await type(page, 'paper', '#fff7e0');
      await type(page, 'ink', 'rgb(20, 10, 40)');
      await type(page, 'acting', 'rebeccapurple');
      await type(page, 'radius', '9px');
    },
    look: async (inside) => {
      assert.equal(await computed(inside, 'body', 'backgroundColor'), 'rgb(255, 247, 224)');
      assert.equal(await computed(inside, 'body', 'color'), 'rgb(20, 10, 40)');
      assert.equal(await computed(inside, '.button.go', 'backgroundColor'), 'rgb(102, 51, 153)');
      assert.equal(await computed(inside, '.button.go', 'borderTopLeftRadius'), '9px');
    },
  },
  'a provider first': {
    choose: async (page) => {
      await click(page, '#prominence-first');
      await tickProvider(page, CHOSEN);
    },
    look: async (inside) => {
      const shown = await programmesShown(inside);
      assert.equal(shown[0], `programme-${CHOSEN}`);
      assert.ok(shown.length > 1);
    },
  },
  'a provider only': {
    choose: async (page) => {
      await click(page, '#prominence-only');
      await tickProvider(page, CHOSEN);
    },
    look: async (inside) =>
      assert.deepEqual(await programmesShown(inside), [`programme-${CHOSEN}`]),
  },
};

for (const [what, { choose, look }] of Object.entries(CHOICES)) {
  test(`${what}: what is copied brings it to visitors, by script, frame and link`, async () => {
    for (const [way, line] of await linesFor(choose, ...Object.keys(WAYS))) {
      const page = await partners.open(line);
      await look(await WAYS[way](page));
      assert.deepEqual(page.log, [], way);
      await close(page);
    }
  });
}

test('where nothing is chosen the line is as short as can be, and works', async () => {
  for (const [way, line] of await linesFor(() => undefined, ...Object.keys(WAYS))) {
    assert.doesNotMatch(line, /[?&]|pack|lang|theme|style|inline|integrity|sandbox/, line);
    const page = await partners.open(line);
    const inside = await WAYS[way](page);
    assert.equal(await heading(inside), texts.pack.title);
    await close(page);
  }
});

test('without a language the element speaks the visitor’s own', async () => {
  const page = await partners.open(await lineFor(() => undefined));
  const session = await page.createCDPSession();
  const userAgent = await page.evaluate(() => navigator.userAgent);
  await session.send('Network.setUserAgentOverride', { userAgent, acceptLanguage: 'cy,en' });
  await page.reload();
  assert.equal(await heading(await framed(page)), welshTexts.pack.title);
  await close(page);
});

test('the font of the page around reaches the tool, in a frame and inline', async () => {
  const head = '<style>body { font-family: Georgia, serif }</style>';
  const inFrame = await partners.open(await lineFor((page) => click(page, '#font')), { head });
  assert.equal(await computed(await framed(inFrame), 'body', 'fontFamily'), 'Georgia, serif');
  await close(inFrame);
  const line = await lineFor(async (page) => {
    await click(page, '#font');
    await click(page, '#inline');
  });
  const inline = await partners.open(line, { head });
  const start = await inlined(inline);
  assert.equal(
    await start.evaluate((shown) => getComputedStyle(shown).fontFamily),
    'Georgia, serif',
  );
  await close(inline);
});

test('a plain frame on the tool’s own origin gets a sandbox, so that the page cannot look in', async () => {
  const line = await lineFor((page) => click(page, '#same-origin'), 'frame');
  const page = await open(chromium.browser, `${site.address}partner.html`, {
    wait: 'iframe',
    intercept: { '/partner.html': { contentType: 'text/html', body: line } },
  });
  const inside = await framed(page, 'iframe');
  assert.equal(await inside.evaluate(() => window.origin), 'null');
  assert.equal(await page.$eval('iframe', ({ contentDocument }) => contentDocument), null);
  await close(page);
});

test('inline draws the tool into the page, and says what that means to editors and visitors', async () => {
  const editor = await openEmbed();
  await click(editor, '#inline');
  assert.match(
    await editor.$eval('#choose', (form) => form.innerText + form.textContent),
    /Scripts of your page could now read what visitors say/,
  );
  const line = await written(editor);
  await close(editor);
  const page = await partners.open(line);
  const start = await inlined(page);
  assert.ok(
    await start.$eval(
      '.privacy',
      ({ textContent }, warning) => textContent.includes(warning),
      words.en['start.inline'],
    ),
  );
  assert.equal(await page.$('waymark-assessment >>> iframe'), null);
  const sizes = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('waymark-assessment');
    const size = (selector) =>
      parseFloat(getComputedStyle(shadowRoot.querySelector(selector)).fontSize);
    return { h1: size('h1'), text: size('.waymark') };
  });
  assert.ok(sizes.text === 18 && sizes.h1 > 30, JSON.stringify(sizes));
  assert.deepEqual(page.log, []);
  await close(page);
});

test('exactly this version: the script is the one that was built, and another is refused', async () => {
  const line = await lineFor((page) => click(page, '#version-exact'));
  const bytes = readSite('waymark-exact.js');
  assert.equal(bytes, readSite('waymark.js'));
  const hash = `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  assert.ok(line.includes(`src="${site.address}${fileNamed('waymark-exact.js')}"`), line);
  assert.ok(line.includes(`integrity="${hash}" crossorigin="anonymous"`), line);
  const page = await partners.open(line);
  assert.equal(await heading(await framed(page)), texts.pack.title);
  await close(page);

  const changed = {
    contentType: 'text/javascript',
    headers: { 'Access-Control-Allow-Origin': '*' },
    body: `${bytes} `,
  };
  const refused = await partners.open(line, { intercept: { '/waymark-exact.js': changed } });
  assert.ok(!(await refused.evaluate(() => customElements.get('waymark-assessment'))));
  assert.match(refused.log.join(), /integrity/);
  const link = await refused.waitForSelector('waymark-assessment a', { visible: true });
  assert.equal(await link.evaluate(({ href }) => href), site.address);
  assert.equal(await heading(await followed(refused)), texts.pack.title);
  await close(refused);
});

test('the link inside the element leads to the same questions, language and programmes', async () => {
  const line = await lineFor(async (page) => {
    await page.select('#pack', OTHER_PACK);
    await click(page, '#lang-cy');
  });
  const page = await partners.open(line.replace(/<script.*<\/script>/, ''));
  const inside = await followed(page);
  const { pack } = JSON.parse(readSite(`packs/${OTHER_PACK}/texts.cy.json`));
  assert.equal(await heading(inside), pack.title);
  await close(page);
});

for (const [what, way, choose] of [
  ['the script', 'element', () => undefined],
  ['the plain frame', 'frame', () => undefined],
  ['inline', 'element', (page) => click(page, '#inline')],
]) {
  test(`a host’s policy that allows what is asked, and nothing else, lets ${what} work`, async () => {
    const editor = await openEmbed();
    await click(editor, `#way-${way}`);
    await choose(editor);
    const line = await written(editor);
    const asked = await editor.$$eval('.directives code', (all) =>
      all.map(({ textContent }) => textContent),
    );
    await close(editor);
    const policy = ["default-src 'none'", ...asked].join('; ');
    const page = await partners.open(line, { policy });
    if (what === 'inline') await inlined(page);
    else await WAYS[way](page);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await close(page);
    for (const each of asked) {
      const others = asked.filter((other) => other !== each);
      const without = await partners.open(line, {
        policy: ["default-src 'none'", ...others].join('; '),
      });
      await without.waitForFunction(() => window.violations.length > 0);
      await close(without);
    }
  });
}

test('inline works without leave for WebAssembly, as plain JavaScript', async () => {
  const line = await lineFor((page) => click(page, '#inline'));
  const { origin } = new URL(site.address);
  const policy = `default-src 'none'; script-src ${origin}; connect-src ${origin}`;
  const page = await partners.open(line, { policy });
  await inlined(page);
  assert.ok(page.requests.some((request) => request.endsWith(fileNamed('core.js'))));
  await close(page);
});

const HOSTILE =
  '"><img src=x onerror="window.ran = 1"></textarea><script>window.ran = 2</script>\'&amp;';

test('hostile words of a questionnaire come out as words, in the line and on the page', async () => {
  const body = readSite('embed.html').replaceAll(
    JSON.stringify(texts.pack.title).slice(1, -1),
    JSON.stringify(HOSTILE).slice(1, -1).replaceAll('<', '\\u003c'),
  );
  const editor = await openEmbed({
    intercept: { '/embed.html': { contentType: 'text/html; charset=utf-8', body } },
  });
  assert.ok(
    await editor.$eval('#pack', ({ textContent }, word) => textContent.includes(word), 'onerror'),
  );
  for (const way of ['element', 'link']) {
    await click(editor, `#way-${way}`);
    const page = await partners.open(await written(editor));
    assert.equal(await page.$eval('a', ({ textContent }) => textContent), HOSTILE);
    assert.equal(await page.$('img'), null);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    await close(page);
  }
  assert.equal(await editor.evaluate(() => window.ran), undefined);
  await close(editor);
});

test('hostile words in fields are told and left out, and never run', async () => {
  const usual = await lineFor(() => undefined);
  const editor = await openEmbed();
  for (const text of [
    HOSTILE,
    'red; background: url(https://example.org/)',
    'red\n"onload="window.ran = 3',
    'rgb(1, 2, 3',
    'var(--other, "\\"><script>")',
    'red" onclick="window.ran = 4',
    '/* */ red } body { display: none',
    'url(javascript:window.ran=5)',
  ]) {
    for (const field of ['paper', 'ink', 'acting', 'radius']) {
      await type(editor, field, text);
      assert.ok(await editor.$(`#${field}[aria-invalid=true]`), `${field}: ${text}`);
      assert.equal(await written(editor), usual, `${field}: ${text}`);
      await type(editor, field, '');
    }
  }
  await type(editor, 'radius', 'max(4px, calc(1px + 2px)) / 3px');
  const line = await written(editor);
  const page = await partners.open(line);
  await framed(page);
  await close(page);
  assert.equal(await editor.evaluate(() => window.ran), undefined);
  assert.deepEqual(await editor.evaluate(() => window.violations), []);
  await close(editor);
});

test('the editor is told what the tool would tell the console, beside the field', async () => {
  const editor = await openEmbed();
  await click(editor, '#theme-light');
  for (const look of [
    { paper: '#777777' },
    { ink: '#cccccc' },
    { acting: '#ffee00', paper: '#ffffff' },
    { acting: 'no colour' },
    { paper: 'rgb(0 0 0 / 50%)' },
    { radius: '4' },
    { paper: '#fff7e0', acting: '#5b2a86' },
  ]) {
    for (const field of ['paper', 'ink', 'acting', 'radius'])
      await type(editor, field, look[field] ?? '');
    const told = await editor.$$eval('[aria-invalid=true]', (all) => all.map(({ id }) => id));
    const query = new URLSearchParams({ theme: 'light', lang: 'en', ...look });
    const tool = await open(chromium.browser, `${site.address}?${query}`);
    const fromConsole = tool.log.map((line) => /Waymark: (\w+)/.exec(line)[1]);
    await close(tool);
    assert.deepEqual(told, fromConsole, JSON.stringify(look));
    const isLeftOut = (await editor.$('#line .problem')) !== null;
    assert.equal(isLeftOut, told.length > 0);
  }
  await close(editor);
});

test('colours that only some visitors can read are kept, and the editor is told', async () => {
  const editor = await openEmbed();
  await type(editor, 'acting', '#0b3b8c');
  assert.match(await editor.$eval('#choose .note', ({ innerText }) => innerText), /set to dark/);
  assert.match(await written(editor), /--waymark-acting: #0b3b8c/);
  await click(editor, '#theme-light');
  assert.equal(await editor.$('#choose .note'), null);
  await close(editor);
});

test('the tool is there to try, follows the look as it is chosen, and shows what the page is told', async () => {
  const editor = await openEmbed();
  const inside = await framed(editor);
  const told = () => editor.$eval('#told', ({ innerText }) => innerText);
  assert.match(await told(), /Nothing yet/);
  await goOn(inside);
  await editor.waitForFunction(() =>
    document.querySelector('#told').innerText.includes('The page was told: waymark-start'),
  );
  const question = await heading(inside);
  await type(editor, 'paper', '#fff7e0');
  await inside.waitForFunction(
    () => getComputedStyle(document.body).backgroundColor === 'rgb(255, 247, 224)',
  );
  assert.equal(await heading(inside), question, 'the tool did not begin anew');
  await click(editor, '#lang-cy');
  await editor.waitForFunction(
    () => document.querySelector('waymark-assessment').getAttribute('lang') === 'cy',
  );
  assert.equal(await heading(await framed(editor)), welshTexts.pack.title);
  await click(editor, '#way-frame');
  await editor.waitForSelector('#preview > iframe');
  assert.equal(await heading(await framed(editor, '#preview > iframe')), welshTexts.pack.title);
  await click(editor, '#way-link');
  await editor.waitForSelector('#preview > a[target=_blank]');
  assert.deepEqual(await editor.evaluate(() => window.violations), []);
  assert.deepEqual(editor.log, []);
  await close(editor);
});

test('the page has a policy that lets nothing of others in', async () => {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
    readSite('embed.html'),
  );
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-src 'self'/);
  assert.doesNotMatch(policy, /'unsafe-(inline|eval)'|\*|https?:|data:/);
});

test('what is chosen is stored nowhere, and goes to no other server', async () => {
  const editor = await openEmbed();
  await type(editor, 'acting', '#0b3b8c');
  await click(editor, '#inline');
  await inlined(editor);
  const left = await editor.evaluate(() => ({
    storage: localStorage.length + sessionStorage.length,
    cookie: document.cookie,
    address: location.href,
  }));
  assert.deepEqual(left, { storage: 0, cookie: '', address: `${site.address}embed.html` });
  assert.ok(editor.requests.every((request) => request.startsWith(site.address)));
  await close(editor);
});

test('a copied line is the line, and is said; where copying is forbidden the text is selected', async () => {
  const editor = await openEmbed();
  await editor.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void (window.copied = text);
  });
  await click(editor, '#line button');
  await editor.waitForFunction(
    () => document.querySelector('#line [role=status]').textContent === 'Copied.',
  );
  assert.equal(await editor.evaluate(() => window.copied), await written(editor));
  await click(editor, '#start-quick');
  assert.equal(await editor.$eval('#line [role=status]', ({ textContent }) => textContent), '');

  await editor.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
  });
  await click(editor, '#note button');
  await editor.waitForFunction(() =>
    document.querySelector('#note [role=status]').textContent.includes('selected'),
  );
  const selected = await editor.evaluate(() => {
    const { id, value, selectionStart, selectionEnd } = document.activeElement;
    return { id, isWhole: selectionStart === 0 && selectionEnd === value.length };
  });
  assert.deepEqual(selected, { id: 'note-en', isWhole: true });
  await close(editor);
});

test('the text about privacy is in both languages, and says what is true for what was chosen', async () => {
  const editor = await openEmbed();
  const notes = () =>
    editor.$$eval('#note textarea', (all) => all.map(({ value, lang }) => [lang, value]));
  const [[en, english], [cy, welsh]] = await notes();
  assert.deepEqual([en, cy], ['en', 'cy']);
  assert.match(english, /We cannot see your answers/);
  assert.match(english, /often that you came from our website/);
  assert.match(welsh, /Ni allwn weld eich atebion/);
  await click(editor, '#inline');
  const [[, inline], [, inlineWelsh]] = await notes();
  assert.doesNotMatch(inline, /We cannot see/);
  assert.match(inline, /could read what you say/);
  assert.doesNotMatch(inlineWelsh, /Ni allwn weld/);
  await click(editor, '#way-frame');
  assert.doesNotMatch((await notes())[0][1], /came from our website/);
  await close(editor);
});

/** Ways that the page can look, from its usual one. */
const STATES = {
  usual: () => undefined,
  errors: async (page) => {
    await type(page, 'paper', '#777777');
    await type(page, 'acting', 'none');
    await type(
      page,
      'radius',
      'a very long text with no place to break_________________________it',
    );
  },
  providers: async (page) => {
    await click(page, '#prominence-only');
    await type(page, 'sought', 'returners');
  },
  special: async (page) => {
    await click(page, '.special summary');
    await click(page, '#inline');
    await click(page, '#version-exact');
    await inlined(page);
  },
  frame: async (page) => {
    await click(page, '#way-frame');
    await click(page, '.special summary');
    await page.waitForSelector('#preview > iframe');
  },
  link: async (page) => {
    await click(page, '#way-link');
    await page.waitForSelector('#preview > a');
  },
};

for (const [state, enter] of Object.entries(STATES)) {
  test(`${state}: accessible, light and dark, and nothing scrolls sideways at ${NARROW} pixels`, async () => {
    const page = await openEmbed();
    await framed(page);
    await enter(page);
    assert.deepEqual(await axe(page), []);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    assert.deepEqual(await axe(page), []);
    await page.setViewport({ width: NARROW, height: 640 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await close(page);
  });
}

test('nothing to use is without a name, and faults describe their field', async () => {
  const page = await openEmbed();
  await STATES.errors(page);
  await STATES.providers(page);
  const tree = await accessibilityTree(page);
  const roles = ['radio', 'checkbox', 'textbox', 'combobox', 'button', 'link', 'ColorWell'];
  const nameless = tree.filter(({ role, name }) => roles.includes(role) && name === '');
  assert.deepEqual(nameless, []);
  const named = (role) => tree.filter((node) => node.role === role).map(({ name }) => name);
  for (const name of [
    'Background',
    'Text',
    'Buttons and links',
    'Round corners',
    'HTML for your page',
  ])
    assert.ok(named('textbox').includes(name), name);
  assert.ok(named('radiogroup').includes('How it stands on your page'));
  assert.ok(named('checkbox').includes(texts.programmes[CHOSEN].provider));
  const paper = tree.find(({ role, name }) => role === 'textbox' && name === 'Background');
  assert.match(paper.description, /too hard to read/);
  assert.ok(paper.isInvalid);
  await close(page);
});

test('the keyboard alone reaches everything, chooses and copies', async () => {
  const page = await openEmbed();
  await framed(page);
  await click(page, '.special summary');
  await page.evaluate(() => scrollTo(0, 0));
  const wanted = await page.$$eval('main :is(input, select, textarea, button, summary, a)', (all) =>
    all
      .filter((each) => each.checkVisibility())
      .map((each) => (each.type === 'radio' ? each.name : each.id || each.textContent.trim())),
  );
  const reached = new Set();
  for (let press = 0; press < 60 && !reached.has('Privacy'); press += 1) {
    await page.keyboard.press('Tab');
    const { key, isSeen } = await page.evaluate(() => {
      const { activeElement: at } = document;
      const { outlineStyle } = getComputedStyle(at);
      const isInside = at.localName === 'waymark-assessment';
      return {
        key: at.type === 'radio' ? at.name : at.id || at.textContent.trim(),
        isSeen: isInside || at === document.body || outlineStyle !== 'none',
      };
    });
    assert.ok(isSeen, `the focus on ${key} cannot be seen`);
    reached.add(key);
  }
  assert.deepEqual(
    wanted.filter((each) => !reached.has(each)),
    [],
  );
  await page.focus('#way-element');
  await page.keyboard.press('ArrowDown');
  assert.match(await written(page), /^<iframe/);
  await page.focus('#line button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.querySelector('#line [role=status]').textContent !== '',
  );
  await close(page);
});

test('every programme that a questionnaire has can be found under its provider', async () => {
  const page = await openEmbed();
  await click(page, '#prominence-first');
  const offered = await page.$$eval('.providers .rows .row', (rows) =>
    rows.map((row) => row.textContent).join(),
  );
  for (const { id } of bundle.programmes) {
    const { title, provider } = texts.programmes[id];
    assert.ok(offered.includes(title) && offered.includes(provider), id);
  }
  await type(page, 'sought', 'stem returners placement');
  assert.equal((await page.$$('.providers .rows .row')).length, 1);
  await tickProvider(page, CHOSEN);
  await type(page, 'sought', '');
  assert.match(await written(page), new RegExp(`programmes-first="${CHOSEN}"`));
  await page.select('#pack', OTHER_PACK);
  assert.doesNotMatch(
    await written(page),
    /programmes-first/,
    'the other one has no such provider',
  );
  await close(page);
});
