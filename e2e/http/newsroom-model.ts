import { findStory } from '@/domain/articles/stories'
import { monthOf } from '@/domain/notices/transparency'
import { mondayOf } from '@/lib/weeks'
import { AD_STEPS } from './ad-steps'
import { DECISION_STEPS } from './decision-steps'
import { DEMO_STEPS } from './demo-steps'
import { FRONT_PAGE_STEPS } from './front-page-steps'
import type { Newsroom, Step } from './newsroom'
import { PAGE_STEPS } from './page-steps'
import { PEOPLE_STEPS } from './people-steps'
import { READER_STEPS } from './reader-steps'
import { SECTION_STEPS } from './section-steps'
import { SERIES_STEPS } from './series-steps'
import { SITE_STEPS } from './site-steps'
import { STORY_STEPS } from './story-steps'
import { TAG_STEPS } from './tag-steps'

/** Every kind of write by staff and readers. A step without a subject does nothing. */
export const STEPS: Record<string, Step> = {
	...STORY_STEPS,
	...DECISION_STEPS,
	...SECTION_STEPS,
	...TAG_STEPS,
	...SERIES_STEPS,
	...SITE_STEPS,
	...PAGE_STEPS,
	...FRONT_PAGE_STEPS,
	...PEOPLE_STEPS,
	...AD_STEPS,
	...DEMO_STEPS,
	...READER_STEPS,
}

/** Addresses of the pages that the steps change. */
export async function pagesOf(room: Newsroom): Promise<string[]> {
	const drafts = await Promise.all(room.stories.slice(-6).map((id) => findStory(room.editor, id)))
	const { fields } = await findStory(room.editor, room.stories[0] as number)
	return [
		'/',
		'/corrections',
		...['/comments', '/comments/respected', '/comments/feed.xml', '/comments/respected/feed.json'],
		`/comments?before=${room.comments.at(-1) ?? 1}`,
		...['/archive', `/archive/${new Date().toISOString().slice(0, 7).replace('-', '/')}`],
		...['/series', '/series/the-harbour', '/tags', '/people', '/most', '/most/discussed'],
		...['', '.csv', '.json'].map((end) => `/moods/${mondayOf(new Date().toISOString().slice(0, 10))}${end}`),
		'/sections/news',
		'/tags/harbour',
		`/people/${fields.bylines[0]}`,
		...drafts.map(({ slug }) => `/news/${slug}`),
		// Histories of fewer stories, so that the test ends in time.
		...drafts.slice(-2).flatMap(({ slug }) => [`/news/${slug}/history`, `/news/${slug}/history/2`]),
		...['/stored-data', '/transparency', `/transparency/${monthOf(new Date()).name}.csv`],
		...drafts.slice(-2).map(({ slug }) => `/news/${slug}?comment=${room.comments.at(-1) ?? 1}`),
		...drafts.slice(-1).map(({ slug }) => `/news/${slug}/comments.json`),
		...drafts.slice(-1).map(({ slug }) => `/news/${slug}?sort=respected&view=flat`),
		...drafts.slice(-2).flatMap(({ slug }) => [`/news/${slug}/counts`, `/news/${slug}/counts.csv`]),
		...['/follow', '/robots.txt', '/license.xml', '/.well-known/tdmrep.json'],
		...drafts.slice(-2).map(({ slug }) => `/news/${slug}/photos/1`),
		...['/feed.xml', '/corrections/feed.atom', '/sections/news/feed.json', '/tags/harbour/feed.xml'],
		...[`/people/${fields.bylines[0]}/feed.atom`, '/series/the-harbour/feed.json'],
		...drafts.slice(-2).map(({ slug }) => `/news/${slug}/feed.atom`),
		...['index', 'pages', 'people', 'news', 'tags-1', 'stories-1'].map(sitemapPath),
		...['/favicon.ico', '/icon-192.png', '/manifest.webmanifest', '/opensearch.xml'],
		...['/.well-known/security.txt', '/.well-known/trust.txt'],
		...drafts.slice(-1).flatMap(({ slug }) => [`/news/${slug}.ninjs.json`, `/oembed/${slug}/600.json`]),
		...[
			'/tags/harbour/feed.ninjs.json',
			'/api/stories',
			`/api/stories/before/${room.stories[1]}`,
			`/api/stories/${room.stories[2]}`,
		],
		...room.pages.slice(-3).map((_, index) => `/page-${room.pages.length - index}`),
	]
}

const sitemapPath = (part: string): string => (part === 'index' ? '/sitemap.xml' : `/sitemap-${part}.xml`)
