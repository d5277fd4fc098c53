import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { prepared, readDb } from '@/db'
import { articles, comments, people, revisionBylines } from '@/db/schema'
import { dependsOn } from '@/lib/invalidation'
import { isStaffRole } from '@/lib/roles'
import { isApprovedOn } from './states'
import type { Highlights, Named } from './views'

/** Comments named above a thread; the number beside them counts all. */
const NAMED_MAX = 5

/** The ids of a story's authors, who are marked in its thread. */
export async function authorsOf(articleId: number): Promise<Set<string>> {
	dependsOn(`article:${articleId}`)
	const authors = await authorsOn(readDb(), { articleId })
	return new Set(authors.map(({ personId }) => personId))
}

const authorsOn = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ personId: revisionBylines.personId })
		.from(articles)
		.innerJoin(revisionBylines, eq(revisionBylines.revisionId, articles.publishedRevisionId))
		.where(eq(articles.id, articleId)),
)

/** The editor's picks of a story's comments, and the replies by its authors and the staff, the newest first. */
export async function listHighlights(articleId: number, authors: ReadonlySet<string>): Promise<Highlights> {
	const [picks, replies] = [
		await picksOn(readDb(), { articleId }),
		await repliesByAccounts(readDb(), { articleId }),
	]
	const byNewsroom = replies.filter(({ role, personId }) => isStaffRole(role) || authors.has(personId ?? ''))
	return { picks: named(picks), replies: named(byNewsroom) }
}

const named = (comments: Named[]): Highlights['picks'] => ({
	count: comments.length,
	comments: comments.slice(0, NAMED_MAX).map(({ id, authorName }) => ({ id, authorName })),
})

const picksOn = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({ id: comments.id, authorName: comments.authorName })
		.from(comments)
		.where(and(isApprovedOn(articleId), isNotNull(comments.pickedAt)))
		.orderBy(desc(comments.pickedAt)),
)

/** Approved replies of signed-in people, of whom the role decides; the index of comments by accounts is used. */
const repliesByAccounts = prepared(['articleId'], (on, { articleId }) =>
	on
		.select({
			id: comments.id,
			authorName: comments.authorName,
			personId: comments.personId,
			role: people.role,
		})
		.from(comments)
		.innerJoin(people, eq(people.id, comments.personId))
		.where(and(isApprovedOn(articleId), isNotNull(comments.personId), isNotNull(comments.parentId)))
		.orderBy(desc(comments.id)),
)
