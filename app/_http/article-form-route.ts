import { randomUUID } from 'node:crypto'
import { findLiveId } from '@/domain/articles/find-article'
import type { Viewer } from '@/domain/permissions'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'
import type { RouteRequest } from '@/lib/route-request'
import { decodeSafely } from '@/lib/urls'
import {
	type Fields,
	type FormOptions,
	type FormSuccess,
	handleForm,
	showFormAgain,
	success,
} from './form-route'
import { clientKey, enforceRateLimit, type Limit } from './rate-limits'
import { readerCookie, recentWriteCookie } from './set-cookies'
import { viewerFromRequest } from './viewer-from-request'

type Article = { id: number; slug: string }

export type ArticleForm = {
	limit: Limit
	page?: (slug: string, fields: Fields) => string
	/** Whether the form is only to be shown again; throws a refusal for one that cannot be shown. */
	isPreview?: (fields: Fields) => boolean
	run: (viewer: Viewer, article: Article, fields: Fields) => Promise<FormSuccess>
}

type Context = { params: Promise<{ slug: string }> }

/**
 * Builds the POST route of a reader form on an article: rate limit, article lookup, reader cookie. Only these
 * routes issue the reader cookie; reading sets none.
 */
export function articleFormRoute({ limit, page, isPreview, run }: ArticleForm) {
	return async (request: RouteRequest, { params }: Context): Promise<Response> => {
		const slug = decodeSafely((await params).slug)
		const options: FormOptions = {
			run: async (fields) => {
				const known = await viewerFromRequest(request)
				if (page && isPreview?.(fields)) {
					await enforceRateLimit('preview', clientKey())
					return showFormAgain(page(slug, fields), fields)
				}
				await enforceLimit(limit, known)
				const articleId = await findLiveId(slug)
				if (!articleId) throw new Refusal('not-found', messages().refusals.storyGone)
				const { viewer, cookies } = await ensureReaderCookie(known)
				const outcome = await run(viewer, { id: articleId, slug }, fields)
				return success(request, { ...outcome, cookies: [...cookies, recentWriteCookie()] })
			},
		}
		return handleForm(request, page ? { ...options, page: (fields) => page(slug, fields) } : options)
	}
}

/** Votes of known readers are limited by reader, so that a script does not use up the votes of its whole network. */
async function enforceLimit(limit: Limit, { person, readerId }: Viewer): Promise<void> {
	const reader = limit === 'vote' ? (person?.id ?? readerId) : null
	if (reader) return enforceRateLimit('vote', reader)
	await enforceRateLimit(limit === 'vote' ? 'firstVote' : limit, clientKey())
}

async function ensureReaderCookie(viewer: Viewer): Promise<{ viewer: Viewer; cookies: string[] }> {
	if (viewer.person || viewer.readerId) return { viewer, cookies: [] }
	await enforceRateLimit('newReader', clientKey())
	const readerId = randomUUID()
	return { viewer: { ...viewer, readerId }, cookies: [readerCookie(readerId)] }
}
