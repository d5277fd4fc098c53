/**
 * The default value of a text area that keeps what was typed before React hydrated it: hydration sets a text area back
 * to a default that is a string, and leaves one alone whose default is a list.
 */
export const keptByHydration = (text: string): readonly string[] => [text]
