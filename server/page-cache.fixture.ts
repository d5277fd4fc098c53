/** A page of 100 bytes in the cache's account. */
export const plainPage = (html: string) => ({ html, size: 100 })
