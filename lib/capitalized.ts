/** The words with their first letter as a capital. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
