import { findLiveId } from '@/domain/articles/read'
import type { Viewer } from '@/domain/permissions'
import type { Asked } from '@/lib/asked'
import { Refusal } from '@/lib/refusal'
import { decodedPart } from '@/lib/web-address'
import { freshCookie } from './document-cookies'
import { addressKey, demandWithin, type Limit } from './limits'
import { answerPost, type Done, done, type Fields, type Post } from './posts'
import { newReaderId, readerCookie } from './reader-cookie'
import { viewerOf } from './viewer-of'

type Article = { id: number; slug: string }

export type ReaderWrite = {
	limit: Limit
	at?: (slug: string, fields: Fields) => string
	run: (viewer: Viewer, article: Article, fields: Fields) => Promise<Done>
}

type Context = { params: Promise<{ slug: string }> }

/**
 * The one door for what readers write on an article. Whoever has no cookie yet becomes a reader here,
 * never on a mere read.
 */
export function readerPost({ limit, at, run }: ReaderWrite) {
	return async (request: Asked, { params }: Context): Promise<Response> => {
		const slug = decodedPart((await params).slug)
		const post: Post = {
			run: async (fields) => {
				await demandWithin(limit, addressKey())
				const articleId = await findLiveId(slug)
				if (!articleId) throw new Refusal('unknown', 'This story is not on the site.')
				const { who, cookies } = await readerNow(request)
				const did = await run(who, { id: articleId, slug }, fields)
				return done(request, { ...did, cookies: [...cookies, freshCookie()] })
			},
		}
		return answerPost(request, at ? { ...post, at: (fields) => at(slug, fields) } : post)
	}
}

async function readerNow(request: Asked): Promise<{ who: Viewer; cookies: string[] }> {
	const who = await viewerOf(request)
	if (who.person || who.readerId) return { who, cookies: [] }
	await demandWithin('newReader', addressKey())
	const readerId = newReaderId()
	return { who: { ...who, readerId }, cookies: [readerCookie(readerId)] }
}

/** Readers without an account come cheap, so how many of them an address brings to a story is counted. */
export async function demandFreshVote(viewer: Viewer, article: Article, hasVoted: boolean): Promise<void> {
	if (viewer.person || hasVoted) return
	await demandWithin('firstVote', `${article.id}:${addressKey()}`)
}
