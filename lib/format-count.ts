const NUMBERS = new Intl.NumberFormat('en-GB')

/** A count as people read it: `12,345`. */
export const formatCount = (count: number): string => NUMBERS.format(count)
