/** A feed as all its formats have it. Addresses are absolute, and texts plain unless named `html`. */
export type Feed = {
	/** Permanent, as `urn:uuid:…`. */
	id: string
	title: string
	/** Not empty. */
	description: string
	/** The page that the feed belongs to. */
	page: string
	/** This feed's own address by format. */
	self: Record<FeedFormat, string>
	language: string
	/** Address of the WebSub hub that announces changes of the feed. */
	hub: string | null
	/** Last change of an entry that readers are told of. */
	updated: Date
	/** The site, author of entries without one. */
	publisher: FeedPerson
	entries: FeedEntry[]
}

export type FeedEntry = {
	/** Permanent, as `urn:uuid:…`. */
	id: string
	url: string
	title: string
	summary: string | null
	html: string
	published: Date
	updated: Date
	authors: FeedPerson[]
	categories: FeedCategory[]
	photos: FeedPhoto[]
	/** The comments of a story: their place on its page, and their feed by format. */
	replies: { page: string; self: Record<FeedFormat, string> } | null
	/** Language tag, if it may differ from that of the feed. */
	language?: string
	/** What a comment answers. */
	inReplyTo: { id: string; url: string } | null
}

export type FeedPerson = { name: string; url: string | null }
export type FeedCategory = { name: string; slug: string; scheme: string }

/** A JPEG, in pixels. */
export type FeedPhoto = {
	url: string
	width: number
	height: number
	alt: string
	caption: string
	credit: string
}

/** The formats, by the ending of their addresses. */
export const FEED_FORMATS = ['xml', 'atom', 'json'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]

export const FEED_TYPES: Record<FeedFormat, string> = {
	xml: 'application/rss+xml',
	atom: 'application/atom+xml',
	json: 'application/feed+json',
}

export const FEED_NAMES: Record<FeedFormat, string> = { xml: 'RSS', atom: 'Atom', json: 'JSON Feed' }

/** Path of a page's feed: `/feed.xml` for the front page, `/tags/harbour/feed.xml` below a page. */
export const feedPath = (page: string, format: FeedFormat): string =>
	`${page === '/' ? '' : page}/feed.${format}`
