import { isDeepStrictEqual } from 'node:util'
import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { readDb } from '@/db'
import { type articles, people, revisionNames, revisions } from '@/db/schema'
import { dateFormat } from '@/lib/date-format'
import { Refusal } from '@/lib/refusal'
import { authorize, type Viewer } from '../permissions'
import { siteSettings } from '../settings'
import { requireEditable } from './access'
import { type PublicPeriod, publicPeriods } from './public-periods'
import { publicationOf } from './publication'
import { readRevision, type StoredRevision } from './revisions'
import { type SaveOutcome, saveStory } from './save'
import { findStory } from './stories'

/** Revisions per page of the history: the saves of a long working day on one story. */
export const REVISIONS_LISTED = 50

/** Whether readers see, will see or saw a revision. */
export type Visibility =
	| { kind: 'live'; from: Date }
	| { kind: 'scheduled'; from: Date }
	| { kind: 'past'; from: Date; until: Date }

/** A save of a story. `number` counts the story's revisions from 1, the oldest. */
export type RevisionRow = Omit<StoredRevision, 'fields' | 'section' | 'authors'> & {
	number: number
	/** The name that a person gave to it. */
	name: string | null
	visibility: Visibility | null
}

type Article = typeof articles.$inferSelect

/** Revisions of a story, newest first: those with a number below `before`, or the newest. @throws Refusal */
export async function listRevisions(
	viewer: Viewer,
	articleId: number,
	before = Number.POSITIVE_INFINITY,
): Promise<{ revisions: RevisionRow[]; total: number }> {
	authorize(viewer, 'write stories')
	const article = await requireEditable(readDb(), viewer, articleId)
	const total = await countUpTo(article, article.headRevisionId)
	const first = Math.min(total, before - 1)
	const rows = await readDb()
		.select({
			id: revisions.id,
			savedAt: revisions.savedAt,
			savedBy: people.name,
			note: revisions.note,
			words: revisions.wordCount,
			name: revisionNames.name,
		})
		.from(revisions)
		.leftJoin(people, eq(people.id, revisions.savedBy))
		.leftJoin(revisionNames, eq(revisionNames.revisionId, revisions.id))
		.where(upTo(article, article.headRevisionId))
		.orderBy(desc(revisions.id))
		.limit(REVISIONS_LISTED)
		.offset(total - first)
	const visibility = await visibilityIn(article)
	return {
		revisions: rows.map((row, index) => ({ ...row, number: first - index, visibility: visibility(row.id) })),
		total,
	}
}

/** Revisions of a story with an id of at most `revisionId`. */
const upTo = ({ id }: Article, revisionId: number | null) =>
	and(eq(revisions.articleId, id), lte(revisions.id, revisionId ?? 0))

const countUpTo = async (article: Article, revisionId: number | null): Promise<number> =>
	readDb().$count(revisions, upTo(article, revisionId))

async function visibilityIn(article: Article): Promise<(revisionId: number) => Visibility | null> {
	const { state, publishAt } = publicationOf(article)
	const periods = await publicPeriods(article.id)
	return (revisionId) => {
		const period = periods.get(revisionId)
		const isPublished = revisionId === article.publishedRevisionId && publishAt !== null
		if (isPublished && state === 'scheduled') return { kind: 'scheduled', from: publishAt }
		if (isPublished && state === 'live') return { kind: 'live', from: period?.from ?? publishAt }
		return isPast(period) ? { kind: 'past', ...period } : null
	}
}

const isPast = (period?: PublicPeriod): period is { from: Date; until: Date } => Boolean(period?.until)

/** A revision with the numbers to compare it with: of the newest, and of the one readers see. */
export type FoundRevision = StoredRevision &
	RevisionRow & { total: number; headRevisionId: number; publicNumber: number | null }

/** @throws Refusal `not-found` for a number without a revision, or a story the viewer may not edit */
export async function findRevision(
	viewer: Viewer,
	articleId: number,
	number: number,
): Promise<FoundRevision> {
	authorize(viewer, 'write stories')
	const article = await requireEditable(readDb(), viewer, articleId)
	const revision = await revisionNumbered(articleId, number)
	const isLive = publicationOf(article).state === 'live'
	return {
		...revision,
		number,
		name: await nameOf(revision.id),
		visibility: (await visibilityIn(article))(revision.id),
		total: await countUpTo(article, article.headRevisionId),
		headRevisionId: article.headRevisionId ?? 0,
		publicNumber: isLive ? await countUpTo(article, article.publishedRevisionId) : null,
	}
}

async function nameOf(revisionId: number): Promise<string | null> {
	const [row] = await readDb().select().from(revisionNames).where(eq(revisionNames.revisionId, revisionId))
	return row?.name ?? null
}

/** @throws Refusal `not-found` for a number without a revision */
export async function revisionNumbered(articleId: number, number: number): Promise<StoredRevision> {
	const isNumber = Number.isSafeInteger(number) && number >= 1
	const [row] = isNumber
		? await readDb()
				.select({ id: revisions.id })
				.from(revisions)
				.where(eq(revisions.articleId, articleId))
				.orderBy(asc(revisions.id))
				.limit(1)
				.offset(number - 1)
		: []
	const revision = row && (await readRevision(row.id))
	if (!revision) throw new Refusal('not-found', 'This story has no version with this number.')
	return revision
}

/**
 * Saves the fields of an earlier revision as the newest one, on top of `baseRevisionId`. The published revision
 * stays. @throws Refusal `conflict` if the newest revision has the same fields
 */
export async function restoreRevision(
	viewer: Viewer,
	articleId: number,
	number: number,
	baseRevisionId: number,
): Promise<SaveOutcome> {
	const newest = await findStory(viewer, articleId)
	const { fields, savedAt } = await revisionNumbered(articleId, number)
	if (newest.headRevisionId === baseRevisionId && isDeepStrictEqual(newest.fields, fields))
		throw new Refusal('conflict', 'The newest version says the same as this one, so nothing was saved.')
	return saveStory(viewer, articleId, baseRevisionId, { ...fields, note: await restoreNote(savedAt) })
}

/** With the date: a note is read on later days too. */
async function restoreNote(savedAt: Date): Promise<string> {
	const { language, timeZone } = await siteSettings()
	const at = dateFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(savedAt)
	return `Restored from the version of ${at}`
}
