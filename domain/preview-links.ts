import { and, desc, eq, isNull } from 'drizzle-orm'
import { readDb, write } from '@/db'
import { articles, people, previewLinks } from '@/db/schema'
import { hashToken } from '@/lib/hash-token'
import { PREVIEW_DAYS } from '@/lib/preview-days'
import { Refusal } from '@/lib/refusal'
import { requireEditable } from './articles/access'
import { articleView } from './articles/find-article'
import type { ArticleView } from './articles/views'
import { audit } from './audit'
import { newToken } from './invitations'
import { authorize, type Viewer } from './permissions'

const DAY_MS = 86_400_000
/** Links of a story that the desk lists, newest first. */
const LISTED_MAX = 20

export type PreviewLink = {
	/** Hash of the token, which names the link in forms. */
	id: string
	madeBy: string | null
	madeAt: Date
	expiresAt: Date
	state: 'open' | 'expired' | 'revoked'
}

/** Makes a link that shows the newest saved text of a story without a sign-in. @returns its token */
export async function createPreviewLink(viewer: Viewer, articleId: number, days: number): Promise<string> {
	authorize(viewer, 'write stories')
	if (!PREVIEW_DAYS.some((each) => each === days))
		throw new Refusal('invalid', 'Please choose how long the link opens.', 'days')
	const token = newToken()
	const expiresAt = new Date(Date.now() + days * DAY_MS)
	await write(async (tx) => {
		await requireEditable(tx, viewer, articleId)
		const row = { tokenHash: hashToken(token), articleId, createdBy: viewer.person.id, expiresAt }
		await tx.insert(previewLinks).values(row)
		await audit(tx, viewer, 'make preview link', `article:${articleId}`, { days })
	})
	return token
}

/** @throws Refusal `not-found` for a story that the viewer may not edit, or without such an open link */
export async function revokePreviewLink(viewer: Viewer, articleId: number, id: string): Promise<void> {
	authorize(viewer, 'write stories')
	await write(async (tx) => {
		await requireEditable(tx, viewer, articleId)
		const revoked = await tx
			.update(previewLinks)
			.set({ revokedAt: new Date() })
			.where(
				and(
					eq(previewLinks.tokenHash, id),
					eq(previewLinks.articleId, articleId),
					isNull(previewLinks.revokedAt),
				),
			)
			.returning({ id: previewLinks.tokenHash })
		if (revoked.length === 0) throw new Refusal('not-found', 'This link was revoked already.')
		await audit(tx, viewer, 'revoke preview link', `article:${articleId}`)
	})
}

/** The links of a story, newest first. @throws Refusal */
export async function listPreviewLinks(viewer: Viewer, articleId: number): Promise<PreviewLink[]> {
	authorize(viewer, 'write stories')
	await requireEditable(readDb(), viewer, articleId)
	const rows = await readDb()
		.select({ link: previewLinks, madeBy: people.name })
		.from(previewLinks)
		.leftJoin(people, eq(people.id, previewLinks.createdBy))
		.where(eq(previewLinks.articleId, articleId))
		.orderBy(desc(previewLinks.createdAt))
		.limit(LISTED_MAX)
	return rows.map(({ link, madeBy }) => ({
		id: link.tokenHash,
		madeBy,
		madeAt: link.createdAt,
		expiresAt: link.expiresAt,
		state: stateOf(link),
	}))
}

function stateOf({ revokedAt, expiresAt }: typeof previewLinks.$inferSelect): PreviewLink['state'] {
	if (revokedAt) return 'revoked'
	return expiresAt <= new Date() ? 'expired' : 'open'
}

export type FoundPreview =
	| { kind: 'open'; article: ArticleView; expiresAt: Date }
	| { kind: 'expired' | 'revoked' | 'unknown' }

/** The newest saved text of the story that a link shows. */
export async function findPreview(token: string): Promise<FoundPreview> {
	const [found] = await readDb()
		.select({ link: previewLinks, article: articles })
		.from(previewLinks)
		.innerJoin(articles, eq(articles.id, previewLinks.articleId))
		.where(eq(previewLinks.tokenHash, hashToken(token)))
	if (!found) return { kind: 'unknown' }
	const { link, article } = found
	const state = article.deletedAt ? 'revoked' : stateOf(link)
	if (state !== 'open') return { kind: state }
	const view = await articleView(article, article.headRevisionId ?? 0)
	return { kind: 'open', article: view, expiresAt: link.expiresAt }
}
