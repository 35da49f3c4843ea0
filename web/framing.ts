/** What a frame of the tool may do on somebody else's page. */

/** In the frame people copy a text to send to somebody. */
export const ALLOW = 'clipboard-write';

/** The tool's address says nothing of the page around, and its server need not know it. */
export const REFERRER_POLICY = 'no-referrer';

/** From another origin the frame is unreadable as it is; from the host's own it must be made so. */
export const SANDBOX =
  'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
