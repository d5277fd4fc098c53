import { deskTime, type Locale } from '@/components/desk/desk-time'
import type { FoundStories, FoundStory } from '@/components/desk/front-page/found-stories'
import { listLatest } from '@/domain/articles/lists'
import { type FrontPageStory, findFrontPageStories, listFrontPageStories } from '@/domain/front-page-stories'
import type { Viewer } from '@/domain/permissions'
import { type FrontPageArrangement, mapEnds, PLACES, placedIds } from '@/lib/front-page-arrangement'
import { fromLocalDateTime, toLocalDateTime } from '@/lib/time-zone'

/** The arrangement with its ends as values of `datetime-local` fields. */
export const toForm = (arrangement: FrontPageArrangement, timeZone: string): FrontPageArrangement =>
	mapEnds(arrangement, (until) => toLocalDateTime(new Date(until), timeZone))

/** The arrangement of a form, with ISO times; a malformed end stays as it is, and is refused by the domain. */
export const fromForm = (arrangement: FrontPageArrangement, timeZone: string): FrontPageArrangement =>
	mapEnds(arrangement, (until) => fromLocalDateTime(until, timeZone)?.toISOString() ?? until)

/** The stories that a search finds, those in the places, and those that fill the others. */
export async function storiesFor(
	viewer: Viewer,
	{ query, arrangement, locale }: { query: string; arrangement: FrontPageArrangement; locale: Locale },
): Promise<FoundStories> {
	const found = await findFrontPageStories(viewer, query)
	const placed = await listFrontPageStories(viewer, placedIds(arrangement))
	const view = (story: FrontPageStory): FoundStory => ({
		id: story.id,
		headline: story.headline,
		state: stateWords(story, locale),
	})
	const newest = (await listLatest({ limit: PLACES.length * 2 })).map(({ id, headline }) => ({
		...{ id, headline },
		state: '',
	}))
	return { found: found.map(view), placed: placed.map(view), newest }
}

function stateWords({ state, publishAt }: FrontPageStory, locale: Locale): string {
	const time = publishAt ? deskTime(publishAt, locale) : ''
	if (state === 'live') return `Live since ${time}`
	if (state === 'scheduled') return `Scheduled for ${time}; until then the next story stands here`
	return state === 'withdrawn'
		? 'Withdrawn, so the next story stands here'
		: 'Not published, so the next story stands here'
}
