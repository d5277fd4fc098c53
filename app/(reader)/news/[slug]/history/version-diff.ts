import type { ArticleView, PhotoView } from '@/domain/articles/views'
import { hrefsOf } from '@/domain/body/hrefs'
import { plainText } from '@/domain/body/plain-text'
import { creditLine } from '@/lib/photo-paths'
import { type DiffParagraph, paragraphDiff } from '@/lib/word-diff'

/** Comparison of a field of two versions; `changed` if the field differs. */
export type VersionFieldDiff = { label: string; changed: boolean; paragraphs: DiffParagraph[] }

const MAIN_FIELD = 'Text'

/** The public fields of a version, in the order of the page. */
const FIELDS: [label: string, paragraphsOf: (article: ArticleView) => string[]][] = [
	['Headline', ({ headline }) => [headline]],
	['Kicker', ({ kicker }) => [kicker ?? '']],
	['Section', ({ section }) => [section?.name ?? '']],
	['Authors', ({ bylines }) => bylines.map(({ name }) => name)],
	['Lead photograph', ({ hero }) => (hero ? photoLines(hero, hero.caption) : [])],
	['Standfirst', ({ standfirst }) => [standfirst ?? '']],
	[MAIN_FIELD, textOf],
	['Links', ({ body }) => hrefsOf(body)],
	['Sources', ({ sources }) => sources.map(({ name, url }) => [name, url].filter(Boolean).join(' '))],
	['Tags', ({ tags }) => tags.map(({ name }) => name)],
]

/** Comparison of two versions by field; without an older one the text alone, as published. */
export function versionDiff(older: ArticleView | null, newer: ArticleView): VersionFieldDiff[] {
	const fields = older
		? FIELDS
		: FIELDS.filter(([label]) => ['Headline', 'Standfirst', MAIN_FIELD].includes(label))
	return fields.map(([label, paragraphsOf]) => {
		const [before, after] = [older ?? newer, newer].map((each) => paragraphsOf(each).filter(Boolean))
		const paragraphs = paragraphDiff(before ?? [], after ?? [])
		return { label, paragraphs, changed: paragraphs.some(({ change }) => change !== 'same') }
	})
}

function textOf({ body, photos }: ArticleView): string[] {
	const text = plainText(body, ({ attrs }) => {
		const photo = photos[attrs.photoId]
		return photo ? photoLines(photo, attrs.caption || photo.caption).join('\n') : ''
	})
	return text.split('\n')
}

const photoLines = ({ alt, credit }: PhotoView, caption: string): string[] => [
	`Photograph: ${alt}`,
	[caption, creditLine(credit)].filter(Boolean).join(' '),
]
