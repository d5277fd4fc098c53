import { isReplyable } from '@/domain/comments/thread'
import type { PageRoute } from '@/server/places'

/**
 * The reader pages that one document serves for everybody, with what their addresses may ask. Pages that
 * are missing here (account, sign-in, …) are made for whoever asks.
 */
export const READER_ROUTES: PageRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/([^/]+)$/, query: { page: 'pages', reply: isReplyable } },
	{ path: /^\/(?:sections|tags|people)\/([^/]+)$/, query: { page: 'pages' } },
]
