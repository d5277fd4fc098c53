import type { MergeSection } from '@/components/desk/stories/merge/merge-form'
import type { FieldMerge, Line, MergedField } from '@/domain/articles/merge'
import { type DiffRun, wordDiff } from '@/lib/word-diff'
import { CHOICES, choiceName, type StoryMerge, writtenName } from './story-merge'

const LABELS: Record<MergedField, string> = {
	kicker: 'Kicker',
	headline: 'Headline',
	standfirst: 'Standfirst',
	section: 'Section',
	bylines: 'Authors',
	heroPhotoId: 'Lead photograph',
	heroCaption: 'Caption of the lead photograph',
	body: 'Text',
	sources: 'Sources',
	tags: 'Tags',
}

const UNCOMPARED = 'These texts repeat themselves too often to be compared; please choose one as a whole'

type Option = { slug: string; name: string }
type Names = { by: string; sections: Option[]; authors: Option[] }

/** The fields of a merge that either text has changed, with names in place of slugs. */
export function mergeSections(merge: StoryMerge, names: Names): MergeSection[] {
	const sections = merge.fields
		.filter(({ parts }) => parts.some((part) => part.kind === 'conflict' || part.by !== 'neither'))
		.map((field) => sectionOf(field, names))
	return merge.slug ? [...sections, addressSection(merge.slug, merge.currentSlug)] : sections
}

function sectionOf({ field, parts }: FieldMerge, names: Names): MergeSection {
	const texts = (lines: Line[]) => lines.map(({ text }) => nameOf(field, text, names))
	const by = { neither: null, mine: 'you', theirs: names.by, both: null }
	let number = 0
	return {
		label: LABELS[field],
		parts: parts.map((part) => {
			if (part.kind === 'merged') return { kind: 'merged', by: by[part.by], lines: texts(part.lines) }
			const [choice, written] = [choiceName(field, number), writtenName(field, number)]
			number += 1
			const { both, written: mayWrite } = CHOICES[field]
			const [mine, theirs] = [texts(part.mine), texts(part.theirs)]
			const legend = part.isUncompared ? UNCOMPARED : undefined
			const runs = number <= COMPARED_MAX ? runsOf(mine, theirs) : null
			return { kind: 'conflict', choice, written, mine, theirs, runs, both, mayWrite, legend }
		}),
	}
}

/** Limit of word comparisons in a field; each takes up to 50 ms. */
const COMPARED_MAX = 20

const runsOf = (mine: string[], theirs: string[]): DiffRun[][] | null =>
	mine.length === 1 && theirs.length === 1 ? [wordDiff(theirs[0] ?? '', mine[0] ?? '')] : null

function nameOf(field: MergedField, text: string, { sections, authors }: Names): string {
	if (field === 'heroPhotoId') return `Photograph ${text}`
	const options = field === 'section' ? sections : field === 'bylines' ? authors : []
	return options.find(({ slug }) => slug === text)?.name ?? text
}

const addressSection = (mine: string, theirs: string): MergeSection => ({
	label: 'Address',
	parts: [
		{
			kind: 'conflict',
			choice: 'choice-slug',
			written: 'written-slug',
			mine: [mine],
			theirs: [theirs],
			runs: null,
			both: false,
			mayWrite: false,
			legend: 'Your form has another address',
		},
	],
})
