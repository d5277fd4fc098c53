import type { Mood, Stars } from './moods'
import type { MoodTally, RatingTally } from './tally'

/** Tallies of a story with the viewer's own choice, and a sentence about it if it does not count. */
export type OwnMoods = MoodTally & { mine: Mood | null; aside: string | null }
export type OwnRating = RatingTally & { mine: Stars | null; aside: string | null }

/** JSON response of `/api/viewer` for the scripts of a reader page. */
export type ViewerState = {
	/** The signed-in person's name. */
	name: string | null
	/** Null if the request names no live story. */
	article: {
		/** Null if the story takes none. */
		moods: OwnMoods | null
		rating: OwnRating | null
		/** Number of own held comments, whether shared pages lack controls of own ones, and whether a draft is stored. */
		comments: { waiting: number; own: boolean; draft: boolean }
		/** Whether the story is in the viewer's reading list. */
		saved: boolean
	} | null
}
