// Cookies that scripts read. This module runs in browsers, so it imports no settings; servers import `cookies.ts`.

/** Theme and text size, as `parseAppearance` reads them. */
export const APPEARANCE_COOKIE = 'square-appearance'

/** Signed ids of the advertisements closed in this browser, `3-7`; other advertisements are shown. */
export const AD_COOKIE = 'square-ad-closed'

/** Set by a sign-out: the next page with scripts removes what this device keeps of the account’s reading. */
export const SIGNED_OUT_COOKIE = 'square-signed-out'

/**
 * Set by the scripts of a reader page: the server may then send a cached page, into which the scripts load the
 * reader's own state. It holds no identifier.
 */
export const ISLANDS_COOKIE = 'square-islands'
/** Scripts run, and this browser has no reader token, so that the scripts request no state. */
export const ISLANDS_WITHOUT_READER = '1'
/**
 * Scripts run, and this browser may have a reader token with votes unknown to the scripts, so that they request the
 * reader's state on every story.
 */
export const ISLANDS_WITH_READER = '2'
/** Scripts run, and have listed every story with state of this browser's reader, so that they request it there only. */
export const ISLANDS_WITH_LIST = '3'
