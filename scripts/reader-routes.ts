import type { PageRoute } from '@/server/places'

/** A page's number, or a comment's. */
const NUMBER = /^[1-9]\d{0,14}$/

/**
 * The reader pages that one document serves for everybody, with what their addresses may ask. Pages that
 * are missing here (account, sign-in, …) are made for whoever asks.
 */
export const READER_ROUTES: PageRoute[] = [
	{ path: /^\/$/, query: {} },
	{ path: /^\/news\/[^/]+$/, query: { page: NUMBER, reply: NUMBER } },
	{ path: /^\/(sections|tags|people)\/[^/]+$/, query: { page: NUMBER } },
]
