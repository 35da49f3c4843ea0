// What measures inside the page, put there before its own scripts run.

/**
 * Runs in the page, and must find there all that it needs. Keeps in `window.bench` when the first screens were
 * painted and the tool had taken over from them, and what answers questions as a person would, by the page's own controls.
 */
export function install() {
  /** When what is in the document now has been painted: the task that follows the next frame. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  /** Waits until the document has what is looked for; the page mostly draws at once. */
  const arrival = (selector) =>
    new Promise((resolve) => {
      if (document.querySelector(selector)) return resolve();
      const watcher = new MutationObserver(() => {
        if (!document.querySelector(selector)) return;
        watcher.disconnect();
        resolve();
      });
      watcher.observe(document, { childList: true, subtree: true });
    });

  const onwards = '.button.go';
  const fresh = 'h1:not([data-seen])';

  const opening = async () => {
    await arrival('h1');
    const start = await painted();
    await arrival(onwards);
    if (!document.querySelector('form.question')) document.querySelector(onwards).click();
    await arrival('form.question input');
    const question = await painted();
    await arrival('html:not(:has([data-early])) form.question');
    return { start, question, tool: await painted() };
  };

  const choose = (controls, turn) => {
    const offered = controls.filter(({ value }) => !value.startsWith('~'));
    // A returner: for others the questions end here.
    const wanted =
      offered.find(({ value }) => value === 'returner') ?? offered.at(turn % offered.length);
    if (!wanted.checked) wanted.click();
  };

  const type = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** Puts something plausible into the form, which differs from turn to turn. */
  const fillIn = (turn) => {
    const form = document.querySelector('form.question');
    const named = Map.groupBy(form.querySelectorAll('input, select'), ({ name }) => name);
    for (const [name, controls] of named) {
      if (controls[0].type === 'radio') choose(controls, turn);
      else if (name === 'year') type(controls[0], String(2010 + (turn % 14)));
      else if (name === 'month') type(controls[0], String(1 + (turn % 12)));
      else if (controls[0].type === 'checkbox' && name !== 'declined') {
        if (!controls.some(({ checked }) => checked)) choose(controls, turn);
      } else if (controls[0].type !== 'checkbox') type(controls[0], String(turn % 30));
    }
  };

  /** Presses a button. @returns milliseconds until what came of it was painted. */
  const press = async (button) => {
    document.querySelector('h1').setAttribute('data-seen', '');
    const pressed = performance.now();
    button.click();
    await arrival(fresh);
    return (await painted()) - pressed;
  };

  /** Asks for the results, from whichever screen. @returns milliseconds until they were painted. */
  const results = () =>
    press(document.querySelector('.results-so-far') ?? document.querySelector(onwards));

  /**
   * Answers questions, one after the other, as long as there are any.
   * @returns milliseconds from the press on each answer to the next question painted.
   */
  const answer = async (count) => {
    const times = [];
    while (times.length < count && document.querySelector('form.question')) {
      fillIn((window.bench.turn += 1));
      await painted();
      const time = await press(document.querySelector(onwards));
      if (document.querySelector('.error-summary')) throw new Error(document.body.innerText);
      if (document.querySelector('form.question')) times.push(time);
      else break;
    }
    return times;
  };

  /** Answers as fast as the page takes it, and begins anew where the questions end. */
  const answerWithoutPause = async (count) => {
    for (let done = 0; done < count; done += 1) {
      if (!document.querySelector('form.question')) {
        document.querySelector('#clear').click();
        await arrival('.confirm .warn');
        document.querySelector('.confirm .warn').click();
        await arrival(`.start ${onwards}`);
        document.querySelector(onwards).click();
        await arrival('form.question');
      }
      fillIn((window.bench.turn += 1));
      document.querySelector('h1').setAttribute('data-seen', '');
      document.querySelector(onwards).click();
      await arrival(fresh);
    }
  };

  window.bench = { turn: 0, opened: opening(), answer, results, answerWithoutPause };

  // The module's memory is the page's secret; what starts it is asked.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const start = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const started = await start.apply(WebAssembly, given);
      window.bench.memory = started.instance.exports.memory;
      return started;
    };
  }
}
