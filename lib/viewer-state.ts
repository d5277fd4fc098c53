import type { Mood, Stars } from './moods'
import type { MoodTally, RatingTally } from './tally'

/** The tallies of a story and the one choice in them that is the viewer's own. */
export type OwnMoods = MoodTally & { mine: Mood | null }
export type OwnRating = RatingTally & { mine: Stars | null }

/** What `/api/viewer` tells the scripts of a reader page. */
export type ViewerState = {
	/** The signed-in person's name. */
	name: string | null
	/** Null when no live story was asked about. */
	article: {
		moods: OwnMoods
		rating: OwnRating
		/** Own comments that nobody else sees yet, and whether words wait in the form. */
		comments: { waiting: number; draft: boolean }
	} | null
}
