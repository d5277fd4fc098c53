import { headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/domain/permissions'
import { viewerFromRequest } from './viewer-from-request'

/** The viewer of the current request, memoized; for pages, actions and the routes of the desk. */
export const viewer = cache(async (): Promise<Viewer> => viewerFromRequest({ headers: await headers() }))
