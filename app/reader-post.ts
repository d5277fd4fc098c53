import { findLiveId } from '@/domain/articles/read'
import type { Viewer } from '@/domain/permissions'
import { Refusal } from '@/lib/refusal'
import { addressKey, demandWithin, type Limit } from './limits'
import { answerPost, type Fields, type Post, seeOther, setCookie, wantsJson } from './posts'
import { newReaderId, readerCookie } from './reader-cookie'
import { viewer } from './viewer'

/** What a reader did, as a link to the place that shows it and as data for a script. */
export type Done = { location: string; data: unknown; status?: number }

export type ReaderWrite = {
	limit: Limit
	at?: (slug: string, fields: Fields) => string
	run: (viewer: Viewer, article: { id: number; slug: string }, fields: Fields) => Promise<Done>
}

type Context = { params: Promise<{ slug: string }> }

/**
 * The one door for what readers write on an article. Whoever has no cookie yet becomes a reader here,
 * never on a mere read. A form is answered with 303, a script that accepts JSON with the new state.
 */
export function readerPost({ limit, at, run }: ReaderWrite) {
	return async (request: Request, { params }: Context): Promise<Response> => {
		const { slug } = await params
		const post: Post = {
			run: async (fields) => {
				await demandWithin(limit, addressKey())
				const articleId = await findLiveId(slug)
				if (!articleId) throw new Refusal('unknown', 'This story is not on the site.')
				const { who, cookies } = await readerNow(articleId)
				const { location, data, status = 200 } = await run(who, { id: articleId, slug }, fields)
				return wantsJson(request)
					? Response.json(data, { status, headers: [NO_STORE, ...cookies.map(setCookie)] })
					: seeOther(location, cookies)
			},
		}
		return answerPost(request, at ? { ...post, at: (fields) => at(slug, fields) } : post)
	}
}

const NO_STORE: [string, string] = ['Cache-Control', 'no-store']

async function readerNow(articleId: number): Promise<{ who: Viewer; cookies: string[] }> {
	const who = await viewer()
	if (who.person || who.readerId) return { who, cookies: [] }
	await demandWithin('newReader', `${articleId}:${addressKey()}`)
	const readerId = newReaderId()
	return { who: { ...who, readerId }, cookies: [readerCookie(readerId)] }
}
