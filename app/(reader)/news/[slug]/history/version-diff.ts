import type { ArticleView, PhotoView } from '@/domain/articles/views'
import { hrefsOf } from '@/domain/body/hrefs'
import { plainText } from '@/domain/body/plain-text'
import type { HistoryMessages } from '@/lib/messages/en/history'
import { messages } from '@/lib/messages/messages'
import { creditLine } from '@/lib/photo-paths'
import { type DiffParagraph, paragraphDiff } from '@/lib/word-diff'

/** Comparison of a field of two versions; `changed` if the field differs. */
export type VersionFieldDiff = { name: Field; label: string; changed: boolean; paragraphs: DiffParagraph[] }

type Field = keyof HistoryMessages['fields']

/** The public fields of a version, in the order of the page. */
const FIELDS: [name: Field, paragraphsOf: (article: ArticleView) => string[]][] = [
	['headline', ({ headline }) => [headline]],
	['kicker', ({ kicker }) => [kicker ?? '']],
	['section', ({ section }) => [section?.name ?? '']],
	['authors', ({ bylines }) => bylines.map(({ name }) => name)],
	['hero', ({ hero }) => (hero ? photoLines(hero, hero.caption) : [])],
	['standfirst', ({ standfirst }) => [standfirst ?? '']],
	['text', textOf],
	['links', ({ body }) => hrefsOf(body)],
	['sources', ({ sources }) => sources.map(({ name, url }) => [name, url].filter(Boolean).join(' '))],
	['tags', ({ tags }) => tags.map(({ name }) => name)],
]
const WITHOUT_OLDER: Field[] = ['headline', 'standfirst', 'text']

/** Comparison of two versions by field; without an older one the text alone, as published. */
export function versionDiff(older: ArticleView | null, newer: ArticleView): VersionFieldDiff[] {
	const fields = older ? FIELDS : FIELDS.filter(([name]) => WITHOUT_OLDER.includes(name))
	const labels = messages().history.fields
	return fields.map(([name, paragraphsOf]) => {
		const [before, after] = [older ?? newer, newer].map((each) => paragraphsOf(each).filter(Boolean))
		const paragraphs = paragraphDiff(before ?? [], after ?? [])
		const changed = paragraphs.some(({ change }) => change !== 'same')
		return { name, label: labels[name], paragraphs, changed }
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
	messages().history.photograph(alt),
	[caption, creditLine(credit)].filter(Boolean).join(' '),
]
