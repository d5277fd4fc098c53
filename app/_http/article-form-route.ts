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
import { clientKey, enforceRateLimit, type Limit, limitFirstVotes } from './rate-limits'
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
				if (page && isPreview?.(fields)) {
					await enforceRateLimit('preview', clientKey())
					return showFormAgain(page(slug, fields), fields)
				}
				await enforceRateLimit(limit, clientKey())
				const articleId = await findLiveId(slug)
				if (!articleId) throw new Refusal('not-found', messages().refusals.storyGone)
				const { viewer, cookies } = await ensureReaderCookie(request)
				const outcome = await run(viewer, { id: articleId, slug }, fields)
				return success(request, { ...outcome, cookies: [...cookies, recentWriteCookie()] })
			},
		}
		return handleForm(request, page ? { ...options, page: (fields) => page(slug, fields) } : options)
	}
}

async function ensureReaderCookie(request: RouteRequest): Promise<{ viewer: Viewer; cookies: string[] }> {
	const viewer = await viewerFromRequest(request)
	if (viewer.person || viewer.readerId) return { viewer, cookies: [] }
	await enforceRateLimit('newReader', clientKey())
	const readerId = randomUUID()
	return { viewer: { ...viewer, readerId }, cookies: [readerCookie(readerId)] }
}

/**
 * Limits first votes per network and story, since cookies and reader accounts are free to create. Staff accounts
 * are created by the owner and exempt.
 *
 * @throws Refusal `rate-limited`
 */
export function limitNewVoters({ person, readerId }: Viewer, article: Article, hasVoted: boolean): void {
	if (hasVoted || (person && person.role !== 'reader')) return
	limitFirstVotes(article.id, person?.id ?? readerId ?? '')
}
