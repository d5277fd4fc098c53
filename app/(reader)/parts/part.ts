import type { ReactNode } from 'react'
import type { Viewer } from '@/domain/permissions'

/** State of the reader that a page's parts show. */
export type PartReader = {
	viewer: Viewer
	/** Ids of the advertisements that this browser has closed. */
	closedAds: number[]
}

/**
 * A part of a page that differs between readers or changes with each vote. It is rendered by Next within its page, or
 * by the server into the page's shell (`app/_http/render-parts.ts`). So `render` and its components use nothing of
 * Next, its components are synchronous, and its style sheets have plain class names.
 *
 * @typeParam Props values that JSON keeps, as a shell carries them
 */
export type Part<Props> = {
	name: string
	/** An override in the request context replaces the page. */
	render: (props: Props, reader: PartReader) => Promise<ReactNode>
}
