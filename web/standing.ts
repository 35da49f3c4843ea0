/**
 * Where the tool stands: `page`, a page of its own; `frame`, a frame in somebody else's page, which cannot look in;
 * `inline`, somebody else's page itself, whose address, title, history and storage are not the tool's.
 */
export type Standing = 'page' | 'frame' | 'inline';
