import { eq } from 'drizzle-orm'
import { type Tx, write } from '@/db'
import { articles } from '@/db/schema'
import { audit } from '../audit'
import { authorize, type Viewer } from '../permissions'
import type { CommentsPolicy, SiteSettings } from '../settings'
import { requireEditable } from './access'
import { changesOf } from './changes'

/** A story's own choices; null means the site's setting. */
export type OwnChoices = Pick<
	typeof articles.$inferSelect,
	'commentsPolicy' | 'commentsClosedAt' | 'moodsShown' | 'ratingsShown' | 'publishAt' | 'appearedAt'
>

/** Since when comments are closed, if known, and after how many days by themselves. */
export type Closed = { since: Date | null; afterDays: number | null }

/** Responses that a story takes from readers. */
export type Responses = {
	moods: boolean
	ratings: boolean
	comments: CommentsPolicy
	closed: Closed | null
	/** Time at which open comments close by themselves. */
	closesAt: Date | null
}

const DAY_MS = 86_400_000

export function responsesOf(story: OwnChoices, site: SiteSettings, now = new Date()): Responses {
	const policy = story.commentsPolicy ?? site.commentsPolicy
	const closesAt = closingTime(story, site)
	const closed = closedBy(story, policy, closesAt && closesAt <= now ? closesAt : null, site)
	return {
		moods: story.moodsShown ?? site.moodsShown,
		ratings: story.ratingsShown ?? site.ratingsShown,
		comments: closed ? 'closed' : policy,
		closed,
		closesAt: closed ? null : closesAt,
	}
}

function closedBy(
	story: OwnChoices,
	policy: CommentsPolicy,
	passed: Date | null,
	{ commentsCloseAfterDays }: SiteSettings,
): Closed | null {
	if (story.commentsClosedAt) return { since: story.commentsClosedAt, afterDays: null }
	if (policy === 'closed') return { since: null, afterDays: null }
	return passed && { since: passed, afterDays: commentsCloseAfterDays }
}

/** Days count from the first moment of visibility, not from the publication date, and for the site's policy only. */
function closingTime(story: OwnChoices, { commentsCloseAfterDays: days }: SiteSettings): Date | null {
	const appeared = story.appearedAt ?? story.publishAt
	if (days === 0 || story.commentsPolicy !== null || !appeared) return null
	return new Date(appeared.getTime() + days * DAY_MS)
}

/** Choices of the story's form; null means the site's setting. */
export type TypedChoices = Pick<OwnChoices, 'commentsPolicy' | 'moodsShown' | 'ratingsShown'>

/** @throws Refusal */
export async function changeResponses(viewer: Viewer, articleId: number, typed: TypedChoices): Promise<void> {
	authorize(viewer, 'publish stories')
	await write(async (tx: Tx) => {
		await tx.lock('article', articleId)
		const article = await requireEditable(tx, viewer, articleId)
		const isClosed = typed.commentsPolicy === 'closed'
		const commentsClosedAt = isClosed ? (article.commentsClosedAt ?? new Date()) : null
		const changes = changesOf(article, { ...typed, commentsClosedAt })
		if (Object.keys(changes.to).length === 0) return
		await tx.update(articles).set(changes.to).where(eq(articles.id, articleId))
		tx.changed(`article:${articleId}`)
		await audit(tx, viewer, 'change responses', `article:${articleId}`, changes)
	})
}
