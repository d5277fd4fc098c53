import { FEED_ROUTES } from '@/app/(reader)/feeds/feed-routes'
import { MACHINE_ROUTES } from '@/app/(reader)/machine-routes'
import { EDITION_ROUTES } from '@/app/(reader)/moods/edition-files'
import { COUNTS_ROUTES } from '@/app/(reader)/news/[slug]/counts/counts-file'
import { OEMBED_ROUTES } from '@/app/(reader)/oembed/oembed-routes'
import { OFFLINE_ROUTES } from '@/app/(reader)/offline/offline-routes'
import { SHARE_ROUTES } from '@/app/(reader)/share/share-routes'
import { SITE_FACT_ROUTES } from '@/app/(reader)/site-facts/site-fact-routes'
import { SITEMAP_ROUTES } from '@/app/(reader)/sitemap/sitemap-routes'
import { STORY_DATA_ROUTES } from '@/app/(reader)/story-data/story-data-routes'
import { THREAD_NEWS_ROUTES } from '@/app/(reader)/thread-news/thread-news-routes'
import { NOTICE_ROUTES } from '@/app/(reader)/transparency/notice-routes'
import type { FileRoute } from '@/server/rendered-files'

/**
 * Files that are rendered from the database, as functions without Next: feeds, sitemaps, terms for machines, data of
 * stories, counts of votes, pictures for link previews, icons, facts about the site, and the service worker.
 */
export const FILE_ROUTES: FileRoute[] = [
	...FEED_ROUTES,
	...SITEMAP_ROUTES,
	...MACHINE_ROUTES,
	...SITE_FACT_ROUTES,
	...OEMBED_ROUTES,
	...STORY_DATA_ROUTES,
	...COUNTS_ROUTES,
	...EDITION_ROUTES,
	...SHARE_ROUTES,
	...THREAD_NEWS_ROUTES,
	...OFFLINE_ROUTES,
	...NOTICE_ROUTES,
]
