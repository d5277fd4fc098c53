import type { StoredRevision } from '@/domain/articles/revisions'
import { toMarkdown } from '@/domain/body/markdown'
import { type DiffLine, lineDiff } from '@/lib/line-diff'
import { sourceLine } from './story-fields'

/** Line diff of a field; `changed` if the field differs. */
export type FieldDiff = { label: string; changed: boolean; lines: DiffLine[] }

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
		const lines = lineDiff((before ?? []).join('\n'), (after ?? []).join('\n')).filter(
			({ text }) => text !== '',
		)
		return { label, lines, changed: lines.some(({ change }) => change !== 'same') }
	})
}
