import { findLiveId } from '@/domain/articles/read'
import type { Viewer } from '@/domain/permissions'
import type { Asked } from '@/lib/asked'
import { Refusal } from '@/lib/refusal'
import { decodedPart } from '@/lib/web-address'
import { freshCookie } from './document-cookies'
import { addressKey, demandFirstVote, demandWithin, type Limit } from './limits'
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

/**
 * Cookies and accounts cost nothing to make, so the readers that a network brings to a story are counted. The
 * newsroom's accounts are made by its owner and are not.
 */
export function demandFreshVote({ person, readerId }: Viewer, article: Article, hasVoted: boolean): void {
	if (hasVoted || (person && person.role !== 'reader')) return
	demandFirstVote(article.id, person?.id ?? readerId ?? '')
}
