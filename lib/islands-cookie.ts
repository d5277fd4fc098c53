/**
 * Set by the scripts of a reader page to say that they run here: the page may then be one made for everybody,
 * and they fill in what is this reader's own. It identifies nobody.
 */
export const ISLANDS_COOKIE = 'square-islands'
/** Scripts run; nobody has voted or commented in this browser, so there is nothing to ask for. */
export const ISLANDS_WITHOUT_READER = '1'
/** Scripts run, and this browser has a reader whose votes and comments can be asked for. */
export const ISLANDS_WITH_READER = '2'
