/** Unread notices that are counted; more are shown as this number and a plus. */
export const UNREAD_MAX = 99
