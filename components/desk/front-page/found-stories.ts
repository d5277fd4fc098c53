/** A story of the front page's form, with its state in words. */
export type FoundStory = { id: number; headline: string; state: string }

/** Stories that the search offers, those in the places, and the newest live ones, which fill the other places. */
export type FoundStories = { found: FoundStory[]; placed: FoundStory[]; newest: FoundStory[] }
