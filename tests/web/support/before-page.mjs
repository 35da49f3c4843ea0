/** What tests put into a page before its own scripts run. These functions run in the page. */

/** Keeps what the page's policy forbade. */
export function watchPolicy() {
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Makes it noon of one day. */
export function setToday(today) {
  const [year, month, day] = today.split('-').map(Number);
  const RealDate = Date;
  const noon = new RealDate(year, month - 1, day, 12).getTime();
  window.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [noon] : given));
    }
    static now() {
      return noon;
    }
  };
}

/** Keeps what the console is told, where the engine does not tell it. */
export function keepLog() {
  window.logKept = [];
  const keep = (...given) => window.logKept.push(given.map(String).join(' '));
  for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
    const tell = console[level];
    console[level] = (...given) => {
      keep(...given);
      tell.apply(console, given);
    };
  }
  addEventListener('error', ({ error, message }) => keep(error ?? message));
  addEventListener('unhandledrejection', ({ reason }) => keep(reason));
}
