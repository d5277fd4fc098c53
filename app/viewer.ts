import { headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '@/domain/permissions'
import { viewerOf } from './viewer-of'

/** Who is asking, in pages, actions and the routes of the desk. */
export const viewer = cache(async (): Promise<Viewer> => viewerOf({ headers: await headers() }))
