import type { Mood, Stars } from './moods'
import type { MoodTally, RatingTally } from './tally'

/** Tallies of a story with the viewer's own choice. */
export type OwnMoods = MoodTally & { mine: Mood | null }
export type OwnRating = RatingTally & { mine: Stars | null }

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
