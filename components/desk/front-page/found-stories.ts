/** A story of the front page's form, with its state in words. */
export type FoundStory = { id: number; headline: string; state: string }

/** Stories that the search offers, and those in the places. */
export type FoundStories = { found: FoundStory[]; placed: FoundStory[] }
