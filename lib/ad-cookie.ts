/** Signed id of the advertisement closed in this browser; other advertisements are shown. */
export const AD_COOKIE = 'square-ad-closed'
