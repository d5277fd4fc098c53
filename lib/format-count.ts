const NUMBERS = new Intl.NumberFormat('en-GB')

/** A count with grouped digits: `12,345`. */
export const formatCount = (count: number): string => NUMBERS.format(count)
