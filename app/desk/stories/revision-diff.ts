import type { StoredRevision } from '@/domain/articles/revisions'
import { toMarkdown } from '@/domain/body/markdown'
import { type DiffParagraph, paragraphDiff } from '@/lib/word-diff'
import { sourceLine } from './story-fields'

/** Comparison of a field; `changed` if the field differs. */
export type FieldDiff = { label: string; changed: boolean; paragraphs: DiffParagraph[] }

/** Every field of a story as lines, in the order of the published article. */
const FIELDS: [label: string, linesOf: (revision: StoredRevision) => string[]][] = [
	['Kicker', ({ fields }) => [fields.kicker]],
	['Headline', ({ fields }) => [fields.headline]],
	['Standfirst', ({ fields }) => [fields.standfirst]],
	['Authors', ({ authors }) => authors],
	['Section', ({ section }) => [section ?? '']],
	['Lead photograph', ({ fields }) => [fields.heroPhotoId ? `Photograph ${fields.heroPhotoId}` : '']],
	['Caption of the lead photograph', ({ fields }) => [fields.heroCaption]],
	['Text', ({ fields }) => toMarkdown(fields.body).split('\n')],
	['Sources', ({ fields }) => fields.sources.map(sourceLine)],
	['Tags', ({ fields }) => fields.tags],
]

/** Diff of two revisions of a story by field. Blank lines, which only divide Markdown, are not compared. */
export function revisionDiff(older: StoredRevision, newer: StoredRevision): FieldDiff[] {
	return FIELDS.map(([label, linesOf]) => {
		const [before, after] = [older, newer].map((each) => linesOf(each).filter((line) => line.trim() !== ''))
		const paragraphs = paragraphDiff(before ?? [], after ?? [])
		return { label, paragraphs, changed: paragraphs.some(({ change }) => change !== 'same') }
	})
}
