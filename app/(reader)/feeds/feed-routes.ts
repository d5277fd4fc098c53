import { OVERRIDES } from '@/app/(reader)/overrides'
import { atomFeed } from '@/components/feeds/atom'
import { FEED_TYPES, type Feed, type FeedFormat, feedPath } from '@/components/feeds/feed'
import { jsonFeed } from '@/components/feeds/json-feed'
import { rssFeed } from '@/components/feeds/rss'
import { ALL_STORIES, STORY_LISTS } from '@/domain/feeds/story-lists'
import { namedError } from '@/lib/error-words'
import type { ResponseOverride } from '@/lib/request-context'
import type { FileRoute, RenderedFile } from '@/server/rendered-files'
import { commentsFeed } from './comments-feed'
import { correctionsFeed } from './corrections-feed'
import { storyFeed } from './story-feed'
import { threadFeed } from './thread-feed'

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { xml: rssFeed, atom: atomFeed, json: jsonFeed }

const FORMAT = 'feed\\.(xml|atom|json)$'

/** Pages with a feed of their own, by the first segment of their addresses. */
type Kind = keyof typeof STORY_LISTS | 'news'

/** Feeds below the address of their page, in three formats. */
export const FEED_ROUTES: FileRoute[] = [
	{
		path: new RegExp(`^/${FORMAT}`),
		render: async ([format]) => write(await storyFeed(ALL_STORIES), format),
	},
	{
		path: new RegExp(`^/corrections/${FORMAT}`),
		render: async ([format]) => write(await correctionsFeed(), format),
	},
	{
		path: new RegExp(`^/comments/${FORMAT}`),
		render: async ([format]) => write(await commentsFeed('latest'), format),
	},
	{
		path: new RegExp(`^/comments/respected/${FORMAT}`),
		render: async ([format]) => write(await commentsFeed('respected'), format),
	},
	{
		path: new RegExp(`^/(sections|tags|people|series|news)/([^/]+)/${FORMAT}`),
		render: ([kind, slug = '', format]) => renderOf(kind as Kind, slug, format as FeedFormat),
	},
	// Addresses at which other systems have their feed, and which readers try.
	{
		path: /^\/(?:feeds?|rss|atom|(?:rss|index)\.xml|atom\.xml)$/,
		render: async () => ({ kind: 'redirect', location: '/feed.xml' }),
	},
]

function write(feed: Feed, format: string | undefined): RenderedFile {
	const known = format as FeedFormat
	return { type: `${FEED_TYPES[known]}; charset=utf-8`, text: WRITERS[known](feed) }
}

/** A feed is where its page is: moved, withdrawn and unknown with it. */
async function renderOf(
	kind: Kind,
	slug: string,
	format: FeedFormat,
): Promise<RenderedFile | ResponseOverride> {
	const override = await OVERRIDES[kind](slug)
	if (override?.kind === 'redirect') return { ...override, location: feedPath(override.location, format) }
	if (override) return override
	const feed = kind === 'news' ? await threadFeed(slug) : await listFeed(kind, slug)
	// Removed since the override was looked up.
	return feed ? write(feed, format) : NO_FEED
}

async function listFeed(kind: keyof typeof STORY_LISTS, slug: string): Promise<Feed | null> {
	const list = await STORY_LISTS[kind](slug)
	return list && storyFeed(list)
}

const NO_FEED = namedError(404, 'noFeed')
