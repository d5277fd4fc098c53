/**
 * Changes of the public name in so many days: enough for a mistake and a second thought, too few to answer in a thread
 * under another name each day.
 */
export const NAME_CHANGES_MAX = 3
export const NAME_CHANGE_DAYS = 30
