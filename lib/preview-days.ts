/** Days for which a preview link may open. */
export const PREVIEW_DAYS = [1, 7, 30] as const
