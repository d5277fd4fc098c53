import { feedPath } from '@/components/feeds/feed'
import { absoluteUrl } from '@/lib/site-url'
import { photosOf, type StoryData, storyUrl } from './story'

/*
 * Stories of the read API, which docs/api.md describes. Fields are added and never renamed; what is unknown is null or
 * an empty list.
 */

/** Path of a story's data; the id is that of the story on this site. */
export const apiPath = (id: number): string => `/api/stories/${id}`
/** Path of a page of the list: the stories published before another. */
export const apiListPath = (before: number | null): string =>
	before === null ? '/api/stories' : `/api/stories?before=${before}`

/** A story without its text, as in the list. */
export function apiSummary(story: StoryData) {
	const { uri, article, updatedAt } = story
	const { id, headline, kicker, standfirst, publishedAt, section, tags, bylines } = article
	const [image] = article.hero ? photosOf(article) : []
	const placed = (path: string, { name, slug }: { name: string; slug: string }) => ({
		name,
		slug,
		url: absoluteUrl(`/${path}/${slug}`),
	})
	return {
		...{ id, uri, url: storyUrl(story), language: article.language, headline, kicker, standfirst },
		published: publishedAt.toISOString(),
		updated: updatedAt.toISOString(),
		words: article.readTime.words,
		section: section && placed('sections', section),
		tags: tags.map((tag) => placed('tags', tag)),
		authors: bylines.map((byline) => ({ ...placed('people', byline), kind: byline.kind })),
		image: image ?? null,
		links: {
			self: absoluteUrl(apiPath(id)),
			ninjs: absoluteUrl(`/news/${article.slug}.ninjs.json`),
			comments: absoluteUrl(feedPath(`/news/${article.slug}`, 'json')),
		},
	}
}

/** A story with its text. */
export const apiStory = (story: StoryData) => ({
	...apiSummary(story),
	html: story.html,
	photos: photosOf(story.article),
	sources: story.article.sources,
	corrections: story.corrections.map(({ kind, text, at }) => ({ kind, text, at: at.toISOString() })),
})

/** A page of the list, newest first. */
export const apiList = (stories: StoryData[], next: number | null) => ({
	stories: stories.map(apiSummary),
	next: next === null ? null : absoluteUrl(apiListPath(next)),
})
