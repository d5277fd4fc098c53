import { FEED_ROUTES } from '@/app/(reader)/feeds/feed-routes'
import { SITEMAP_ROUTES } from '@/app/(reader)/sitemap/sitemap-routes'
import type { FileRoute } from '@/server/rendered-files'

/** Files that are rendered from the database, as functions without Next: feeds and sitemaps. */
export const FILE_ROUTES: FileRoute[] = [...FEED_ROUTES, ...SITEMAP_ROUTES]
