/**
 * Default value of a textarea that keeps text typed before hydration: React's hydration resets a textarea to
 * a default that is a string, and leaves it alone when the default is an array.
 */
export const keptByHydration = (text: string): readonly string[] => [text]
