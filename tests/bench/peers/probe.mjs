/**
 * Runs in a page before its own scripts, and uses it as a person would: begins, chooses, and goes on. `window.probe`
 * tells when, in milliseconds from the start of loading: `visible`, the first question's first choice has a box;
 * `interactive`, a click on it is kept; `works`, the very choice on which another question hangs brings that question,
 * or where there is one question a page, the next one.
 *
 * @param {object} told `begin`, `next`: the words of buttons, as sources of regular expressions; `choose`, `effect`:
 *   the words of the choice and of what it brings; `onlyLook`: choose nothing.
 */
export function probe(told) {
  const seen = { blocked: 0, refused: [] };
  window.probe = seen;
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.refused.push(`${event.effectiveDirective} ${event.blockedURI.replace(/^http.*\//, '')}`);
  });
  // What a task takes beyond 50 ms.
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.blocked += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });

  const hasBox = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  /** A styled radio button is often hidden under its label. */
  const face = (input) =>
    input.closest('label') ??
    document.querySelector(`label[for="${CSS.escape(input.id)}"]`) ??
    input;
  const firstChoice = () =>
    [...document.querySelectorAll('input[type=radio]')].find((input) => hasBox(face(input)));
  const button = (words) =>
    words === undefined
      ? undefined
      : [...document.querySelectorAll('button, a, input[type=button]')].find(
          (each) => new RegExp(words).test((each.textContent || each.value).trim()) && hasBox(each),
        );
  /** The innermost element that says this and can be seen. Some peers write the points behind a choice. */
  const saying = (words) => {
    const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.textContent.trim();
      const said = text === words || text.startsWith(`${words} - `);
      if (said && hasBox(texts.currentNode.parentElement)) return texts.currentNode.parentElement;
    }
    return undefined;
  };
  const later = (step, wait) => (wait ? setTimeout(step, wait) : requestAnimationFrame(step));

  /** A press that comes before a page's scripts do is lost, so it is repeated until it is heard. */
  function look() {
    const choice = firstChoice();
    if (choice) {
      seen.visible = performance.now();
      if (told.onlyLook) return undefined;
      choice.click();
      return later(() => later(() => keep(0)));
    }
    button(told.begin)?.click();
    return later(look);
  }
  /** Some peers lose what is chosen while they still start, so it is chosen again. */
  function keep(tries) {
    // ng-zorro does not leave :checked on its hidden input.
    if (document.querySelector('input[type=radio]:checked, .ant-radio-checked')) {
      return setTimeout(() => {
        seen.interactive = performance.now();
        choose();
      });
    }
    if (tries % 5 === 4) firstChoice()?.click();
    return later(() => keep(tries + 1), 20);
  }
  function choose() {
    saying(told.choose)?.click();
    later(() => goOn(0));
  }
  function goOn(tries) {
    if (saying(told.effect)) {
      seen.works = performance.now();
      return;
    }
    if (told.next) {
      if (tries % 10 === 0) button(told.next)?.click();
    } else if (tries % 20 === 9) firstChoice()?.click();
    else if (tries % 20 === 19) saying(told.choose)?.click();
    later(() => goOn(tries + 1), 20);
  }
  later(look);
}
