import { and, eq } from 'drizzle-orm'
import { inNumbers, readDb } from '@/db'
import { articles, moods, revisions, sections } from '@/db/schema'
import { dependsOn, expiresAt } from '@/lib/invalidation'
import { fromLocalDateTime, toLocalDateTime } from '@/lib/time-zone'
import { EDITION_STORIES_MAX, EDITION_VOTES_MIN } from '@/lib/vote-rules'
import { addDays, isWeek, mondayOf } from '@/lib/weeks'
import { isLive } from '../articles/live'
import { languageOf } from '../articles/translations'
import { siteSettings } from '../settings'
import { addCounts, emptyCounts, type MoodCounts, weekCounts } from './week-counts'

export type EditionStory = MoodCounts & { id: number; slug: string; headline: string; language: string }

export type EditionSection = MoodCounts & {
	/** Null for votes on stories that are no longer on the site, or in no section. */
	section: { slug: string; name: string } | null
	/** The stories with most votes, from `EDITION_VOTES_MIN` on. */
	stories: EditionStory[]
	/** All votes of the section on other stories. */
	others: MoodCounts
}

/** The mood votes of a week, by section and story. The sections add up to the total. */
export type MoodEdition = {
	/** The Monday of the week. */
	week: string
	total: MoodCounts
	sections: EditionSection[]
	countedAt: Date
}

/** The first moment of a local day. */
const startOf = (day: string, timeZone: string): Date =>
	fromLocalDateTime(`${day}T00:00`, timeZone) ??
	fromLocalDateTime(`${day}T01:00`, timeZone) ??
	new Date(`${day}T00:00Z`)

/** The Monday of the present week in the site's time zone. */
const presentWeek = async (now = new Date()): Promise<string> =>
	mondayOf(toLocalDateTime(now, (await siteSettings()).timeZone).slice(0, 10))

/** The Monday of the week of the first vote; null before it. */
async function firstWeek(): Promise<string | null> {
	const [first] = await readDb().select({ at: moods.castAt }).from(moods).orderBy(moods.castAt).limit(1)
	if (!first) return null
	return mondayOf(toLocalDateTime(first.at, (await siteSettings()).timeZone).slice(0, 10))
}

/** Weeks that the list of them names: a year. */
const WEEKS_LISTED = 53

/** The weeks of the edition, the newest first; the page being rendered expires with the present one. */
export async function editionWeeks(): Promise<string[]> {
	dependsOn('front-page')
	const present = await presentWeek()
	expiresAt(startOf(addDays(present, 7), (await siteSettings()).timeZone))
	const first = (await firstWeek()) ?? present
	const weeks: string[] = []
	for (let week = present; week >= first && weeks.length < WEEKS_LISTED; week = addDays(week, -7))
		weeks.push(week)
	return weeks
}

/** Whether a text names a week since the first vote. */
export async function isEditionWeek(text: string): Promise<boolean> {
	if (!isWeek(text)) return false
	const present = await presentWeek()
	return text <= present && text >= ((await firstWeek()) ?? present)
}

export async function moodEdition(week: string): Promise<MoodEdition> {
	dependsOn('lists', 'sections')
	const { timeZone } = await siteSettings()
	const span = { from: startOf(week, timeZone), until: startOf(addDays(week, 7), timeZone) }
	const { stories, at } = await weekCounts(week, span)
	const names = await namesOf([...stories.keys()])
	const total = emptyCounts()
	const bySection = new Map<string, EditionSection>()
	for (const [id, counts] of stories) {
		addCounts(total, counts)
		const name = names.get(id)
		const key = name?.section?.slug ?? ''
		const section = bySection.get(key) ?? {
			...emptyCounts(),
			section: name?.section ?? null,
			stories: [],
			others: emptyCounts(),
		}
		bySection.set(key, section)
		addCounts(section, counts)
		if (name && counts.votes >= EDITION_VOTES_MIN) section.stories.push({ ...name.story, ...counts })
		else addCounts(section.others, counts)
	}
	const ordered = [...bySection.values()].sort((one, other) => other.votes - one.votes || byName(one, other))
	return { week, total, sections: ordered.map(withFirstStories), countedAt: at }
}

const byName = (one: EditionSection, other: EditionSection): number =>
	(one.section?.slug ?? '~') < (other.section?.slug ?? '~') ? -1 : 1

/** The section with its stories of most votes, and the rest of them among the others. */
function withFirstStories(section: EditionSection): EditionSection {
	const stories = [...section.stories].sort(
		(one, other) => other.votes - one.votes || (one.slug < other.slug ? -1 : 1),
	)
	for (const story of stories.slice(EDITION_STORIES_MAX)) addCounts(section.others, story)
	const shown = stories.slice(0, EDITION_STORIES_MAX)
	for (const { id } of shown) dependsOn(`article:${id}`)
	return { ...section, stories: shown }
}

type Name = {
	story: Pick<EditionStory, 'id' | 'slug' | 'headline' | 'language'>
	section: EditionSection['section']
}

/** Names of the live stories among these. */
async function namesOf(ids: number[]): Promise<Map<number, Name>> {
	const rows = await readDb()
		.select({
			id: articles.id,
			slug: articles.slug,
			language: articles.language,
			headline: revisions.headline,
			section: { slug: sections.slug, name: sections.name },
		})
		.from(articles)
		.innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
		.leftJoin(sections, eq(sections.id, articles.sectionId))
		.where(and(inNumbers(articles.id, ids), isLive()))
	const site = await siteSettings()
	return new Map(
		rows.map(({ section, ...story }) => [
			story.id,
			{ section, story: { ...story, language: languageOf(story, site) } },
		]),
	)
}
