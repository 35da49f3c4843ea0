/** A heading, once the tool has taken over from the first screens that the page itself holds. */
export const READY = 'html:not(:has([data-early])) h1';
