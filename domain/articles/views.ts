import type { BodyDocument } from '@/domain/body/document'
import type { ReadTime } from '@/domain/read-time'

/** What pages are given of articles: plain data, nothing that a reader may not see. */

export type SectionName = { slug: string; name: string }
export type TagName = { slug: string; name: string }
export type Source = { name: string; url: string | null }

export type Byline = {
	slug: string
	name: string
	kind: 'person' | 'organisation'
	bio: string | null
	callToAction: { label: string; url: string } | null
}

/** A photograph as printed. Focal point in thousandths from left and top; sizes in pixels. */
export type PhotoView = {
	id: number
	hash: string
	width: number
	height: number
	widths: number[]
	/** Those of them that there are in AVIF too. */
	avifWidths: number[]
	/** Of the small ones, cropped around the focal point. */
	thumbWidths: number[]
	/** Shown while it loads, as `#rrggbb`. */
	colour: string | null
	alt: string
	caption: string
	credit: string
	creator: string | null
	focalX: number
	focalY: number
}

export type ArticleCard = {
	id: number
	slug: string
	headline: string
	kicker: string | null
	standfirst: string | null
	section: SectionName | null
	bylines: { slug: string; name: string }[]
	hero: PhotoView | null
	publishedAt: Date
	readTime: ReadTime
	comments: number
}

export type ArticleView = Omit<ArticleCard, 'bylines' | 'comments'> & {
	revisionId: number
	updatedAt: Date | null
	tags: TagName[]
	bylines: Byline[]
	sources: Source[]
	body: BodyDocument
	/** The photographs of the body's figures, by id. */
	photos: Record<number, PhotoView>
	commentsOpen: boolean
}

/** The neighbours by publish date. */
export type Neighbours = { previous: ArticleCard | null; next: ArticleCard | null }
