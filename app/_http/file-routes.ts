import { FEED_ROUTES } from '@/app/(reader)/feeds/feed-routes'
import { MACHINE_ROUTES } from '@/app/(reader)/machine-routes'
import { OFFLINE_ROUTES } from '@/app/(reader)/offline/offline-routes'
import type { FileRoute } from '@/server/rendered-files'

/** Files that are rendered from the database, as functions without Next: feeds, and terms for machines. */
export const FILE_ROUTES: FileRoute[] = [...FEED_ROUTES, ...MACHINE_ROUTES, ...OFFLINE_ROUTES]
