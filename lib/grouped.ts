const NUMBERS = new Intl.NumberFormat('en-GB')

/** A count as people read it: `12,345`. */
export const grouped = (count: number): string => NUMBERS.format(count)
