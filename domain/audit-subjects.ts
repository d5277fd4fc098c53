import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { readDb } from '@/db'
import {
	ads,
	articles,
	comments,
	pageRevisions,
	pages,
	people,
	photos,
	revisions,
	sections,
	series,
	tags,
} from '@/db/schema'
import { isKept } from './trash/rows'

type Event = { subject: string; detail: Record<string, unknown> | null }

const quoted = (words: string): string => `“${words}”`

/**
 * Names of the subjects of events, by one query for each kind; deleted subjects are named by their number.
 */
export async function subjectNames(events: Event[]): Promise<Map<string, string>> {
	const byKind = new Map<string, Set<string>>()
	for (const { subject } of events) {
		const colon = subject.indexOf(':')
		if (colon < 0) continue
		const kind = subject.slice(0, colon)
		const ids = byKind.get(kind) ?? new Set()
		byKind.set(kind, ids.add(subject.slice(colon + 1)))
	}
	const names = new Map<string, string>([['people', 'a colleague']])
	for (const [kind, ids] of byKind) {
		const found = (await NAMES[kind]?.([...ids])) ?? new Map<string, string>()
		for (const id of ids) {
			const name = found.get(id) ?? (NAMES[kind] ? `${WORDS[kind]} ${id}` : '')
			names.set(`${kind}:${id}`, name)
		}
	}
	return names
}

const WORDS: Record<string, string> = {
	article: 'story',
	comment: 'comment',
	photo: 'photograph',
	ad: 'advertisement',
	person: 'a person with the number',
	section: 'the section',
	page: 'page',
	tag: 'the tag',
	series: 'the series',
	message: 'message',
}

type Names = (ids: string[]) => Promise<Map<string, string>>

const NAMES: Record<string, Names> = {
	// The text of a reader is not repeated in the log.
	message: async () => new Map(),
	article: async (ids) => {
		const rows = await readDb()
			.select({ id: articles.id, headline: revisions.headline })
			.from(articles)
			.innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
			.where(inArray(articles.id, numbers(ids)))
		return new Map(rows.map(({ id, headline }) => [String(id), quoted(headline)]))
	},
	comment: async (ids) => {
		const rows = await readDb()
			.select({ id: comments.id, name: comments.authorName })
			.from(comments)
			.where(inArray(comments.id, numbers(ids)))
		return new Map(
			rows.map(({ id, name }) => [String(id), name ? `comment ${id} by ${name}` : `comment ${id}`]),
		)
	},
	photo: async (ids) => {
		const rows = await readDb()
			.select({ id: photos.id, caption: photos.caption })
			.from(photos)
			.where(inArray(photos.id, numbers(ids)))
		return new Map(
			rows.map(({ id, caption }) => [String(id), `photograph ${id}${caption ? `, ${quoted(caption)}` : ''}`]),
		)
	},
	ad: async (ids) => {
		const rows = await readDb()
			.select({ id: ads.id, title: ads.title })
			.from(ads)
			.where(inArray(ads.id, numbers(ids)))
		return new Map(rows.map(({ id, title }) => [String(id), `the advertisement ${quoted(title)}`]))
	},
	person: async (ids) => {
		const rows = await readDb()
			.select({ id: people.id, name: people.name })
			.from(people)
			.where(inArray(people.id, ids))
		return new Map(rows.map(({ id, name }) => [id, name]))
	},
	page: async (ids) => {
		const rows = await readDb()
			.select({ id: pages.id, title: pageRevisions.title })
			.from(pages)
			.innerJoin(pageRevisions, eq(pageRevisions.id, pages.headRevisionId))
			.where(inArray(pages.id, numbers(ids)))
		return new Map(rows.map(({ id, title }) => [String(id), `the page ${quoted(title)}`]))
	},
	tag: async (ids) => {
		const rows = await readDb()
			.select()
			.from(tags)
			.where(inArray(tags.id, numbers(ids)))
		return new Map(rows.map(({ id, name }) => [String(id), `the tag ${quoted(name)}`]))
	},
	series: async (ids) => {
		const rows = await readDb()
			.select()
			.from(series)
			.where(inArray(series.id, numbers(ids)))
		return new Map(rows.map(({ id, name }) => [String(id), `the series ${quoted(name)}`]))
	},
	section: async (ids) => {
		const rows = await readDb()
			.select({ id: sections.id, slug: sections.slug, name: sections.name })
			.from(sections)
			.where(or(inArray(sections.id, numbers(ids)), inArray(sections.slug, ids)))
		// Older entries name a section by its slug.
		return new Map(
			rows.flatMap(({ id, slug, name }) =>
				[String(id), slug].map((key) => [key, `the section ${quoted(name)}`] as const),
			),
		)
	},
}

const numbers = (ids: string[]): number[] => ids.map(Number).filter(Number.isSafeInteger)

const PAGES = { article: articles, photo: photos, ad: ads }

/** Subjects that have a page of their own at the desk: photographs, advertisements and stories outside the trash. */
export async function subjectsWithPage(events: Event[]): Promise<Set<string>> {
	const opened = new Set<string>()
	for (const [kind, table] of Object.entries(PAGES)) {
		const ofKind = events.filter(({ subject }) => subject.startsWith(`${kind}:`))
		if (ofKind.length === 0) continue
		const ids = numbers(ofKind.map(({ subject }) => subject.slice(kind.length + 1)))
		const isInUse = kind === 'article' ? isNull(articles.deletedAt) : isKept(kind as 'photo' | 'ad', table.id)
		const rows = await readDb()
			.select({ id: table.id })
			.from(table)
			.where(and(inArray(table.id, ids), isInUse))
		for (const { id } of rows) opened.add(`${kind}:${id}`)
	}
	return opened
}
