import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { answerForFullTexts } from '@/app/(reader)/answer-machines'
import type { Feed, FeedEntry } from '@/components/feeds/feed'
import { StoryHtml } from '@/components/feeds/story-html'
import { photosOf } from '@/components/story-data/story'
import { type FeedStory, newestStories } from '@/domain/feeds/stories'
import type { StoryList } from '@/domain/feeds/story-lists'
import { type SiteSettings, siteSettings } from '@/domain/settings'
import { permanentIds } from '@/domain/site-identity'
import { messages } from '@/lib/messages/messages'
import { absoluteUrl } from '@/lib/site-url'
import { feedHead, selfAddresses } from './feed-head'

/** Characters of all texts, as HTML: long stories leave older ones out, and the newest is always there. */
export const FEED_LENGTH_MAX = 1_000_000

type Context = { settings: SiteSettings; idOf: Awaited<ReturnType<typeof permanentIds>> }

/** The feed of a list of stories. */
export async function storyFeed({ id, path, name, description, where }: StoryList): Promise<Feed> {
	await answerForFullTexts()
	const [settings, idOf] = await Promise.all([siteSettings(), permanentIds()])
	const { siteName, tagline } = settings
	const words = messages().follow
	const entries: FeedEntry[] = []
	let length = 0
	for await (const story of newestStories(where)) {
		const entry = storyEntry(story, { settings, idOf })
		length += entry.html.length
		if (length > FEED_LENGTH_MAX && entries.length > 0) break
		entries.push(entry)
		// Other requests are answered between two stories.
		await new Promise((resolve) => setImmediate(resolve))
	}
	return {
		...feedHead(settings, path),
		id: idOf(id),
		title: name ? `${name} – ${siteName}` : siteName,
		description:
			description || (name ? words.storiesOf(siteName, name) : tagline || words.storiesFrom(siteName)),
		updated: newestOf(entries),
		entries,
	}
}

export const newestOf = (entries: FeedEntry[], without = new Date(0)): Date =>
	new Date(Math.max(Number(without), ...entries.map(({ updated }) => Number(updated))))

function storyEntry({ article, corrections, updatedAt }: FeedStory, { settings, idOf }: Context): FeedEntry {
	const { id, slug, headline, standfirst, section, tags, bylines, publishedAt } = article
	const path = `/news/${slug}`
	return {
		id: idOf(`article:${id}`),
		url: absoluteUrl(path),
		title: headline,
		summary: standfirst,
		html: renderToStaticMarkup(createElement(StoryHtml, { article, corrections, settings })),
		published: publishedAt,
		updated: updatedAt,
		authors: bylines.map((byline) => ({ name: byline.name, url: absoluteUrl(`/people/${byline.slug}`) })),
		categories: [
			...(section ? [{ ...section, scheme: absoluteUrl('/sections') }] : []),
			...tags.map((tag) => ({ ...tag, scheme: absoluteUrl('/tags') })),
		],
		photos: photosOf(article),
		replies: { page: absoluteUrl(`${path}#comments`), self: selfAddresses(path) },
		...(article.language !== settings.language && { language: article.language }),
		inReplyTo: null,
	}
}
