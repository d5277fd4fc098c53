/** Last comments of a reader that a new one is compared with; the speed phase counts among them. */
export const RECENT_MAX = 50
