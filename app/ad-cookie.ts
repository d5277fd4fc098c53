/** Holds the number of the advertisement this browser has closed; a new one shows again. */
export const AD_COOKIE = 'square-ad-closed'
export const AD_COOKIE_DAYS = 90
