/** Holds the number of the advertisement this browser has closed, and a signature; a new one shows again. */
export const AD_COOKIE = 'square-ad-closed'
