import type { BodyDocument, Inline } from '@/domain/body/document'
import type { CardMood } from '@/domain/card-moods'
import type { ReadTime } from '@/domain/read-time'
import type { MachineAnswers } from '@/lib/machine-answers'
import type { Responses } from './responses'
import type { Translation } from './translations'

/** View data of articles: plain objects with public fields only. */

export type SectionName = { slug: string; name: string }
export type TagName = { slug: string; name: string }
export type Source = { name: string; url: string | null }

export type Byline = {
	slug: string
	name: string
	kind: 'person' | 'organisation'
	/** Biography as running text with links; empty without one. */
	bio: Inline[]
	/** Whether the newsroom vouches for the links: not for those of a reader's account. */
	endorsed: boolean
	picture: PhotoView | null
	callToAction: { label: string; url: string } | null
	/** Profiles elsewhere. */
	profiles: { label: string; url: string }[]
	/** Fediverse handle such as `@ada@example.social`. */
	fediverse: string | null
}

/** A photograph for rendering. Focal point in thousandths from left and top; sizes in pixels. */
export type PhotoView = {
	id: number
	hash: string
	width: number
	height: number
	widths: number[]
	/** The widths available in AVIF. */
	avifWidths: number[]
	/** The widths of thumbnails, cropped around the focal point. */
	thumbWidths: number[]
	/** Placeholder colour while loading, as `#rrggbb`. */
	colour: string | null
	alt: string
	caption: string
	credit: string
	creator: string | null
	focalX: number
	focalY: number
}

/** A story as lists name it. */
export type StoryName = {
	slug: string
	headline: string
	/** Language tag of the text. */
	language: string
}

export type ArticleCard = StoryName & {
	id: number
	kicker: string | null
	standfirst: string | null
	section: SectionName | null
	bylines: { slug: string; name: string }[]
	hero: PhotoView | null
	publishedAt: Date
	/** Whole years since the publication. */
	yearsOld: number
	readTime: ReadTime
	/** The most frequent mood, on the front page alone. */
	mood?: CardMood | null
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
	responses: Responses
	/** Answers in force to machines. */
	machines: MachineAnswers
	/** The same story in other languages. */
	translations: Translation[]
}

/** The previous and next articles by publish date. */
export type Neighbours = { previous: ArticleCard | null; next: ArticleCard | null }
