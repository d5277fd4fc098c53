import { diff3MergeRegions } from 'node-diff3'
import type { Block } from '../body/document'
import { toMarkdown } from '../body/markdown'
import type { StoryFields } from './fields'

/** The merged fields of a story, as lists of lines: items of a list, or the blocks of the body. */
export const MERGED_FIELDS = [
	'kicker',
	'headline',
	'standfirst',
	'section',
	'bylines',
	'heroPhotoId',
	'heroCaption',
	'body',
	'sources',
	'tags',
] as const
export type MergedField = (typeof MERGED_FIELDS)[number]

/** A line of a field: `key` is its identity, `text` its words. */
export type Line = { key: string; text: string }

export type MergePart =
	/** Lines that both have, or that one alone has changed. */
	| { kind: 'merged'; by: 'neither' | 'mine' | 'theirs' | 'both'; lines: Line[] }
	/** A place that both have changed, or two whole texts beyond the limit of comparison. */
	| { kind: 'conflict'; mine: Line[]; theirs: Line[]; isUncompared?: true }

export type FieldMerge = { field: MergedField; parts: MergePart[] }

/**
 * Pairs of equal lines compared at most, in some 70 ms: the longest body without repeated paragraphs has 4,000. Beyond
 * it the field is one conflict.
 */
const PAIRS_MAX = 50_000

/** Three-way merge of two texts that were begun on the same revision. */
export const mergeStories = (base: StoryFields, mine: StoryFields, theirs: StoryFields): FieldMerge[] =>
	MERGED_FIELDS.map((field) => ({
		field,
		parts: mergeLines(linesOf(mine, field), linesOf(base, field), linesOf(theirs, field)),
	}))

/** Whether a merge has no place that both have changed. */
export const isWhole = (merge: FieldMerge[]): boolean =>
	merge.every(({ parts }) => parts.every(({ kind }) => kind === 'merged'))

const lineOf = (text: string): Line => ({ key: text, text })

function linesOf(fields: StoryFields, field: MergedField): Line[] {
	switch (field) {
		case 'body':
			return fields.body.content.map((block) => ({ key: JSON.stringify(block), text: textOfBlock(block) }))
		case 'sources':
			return fields.sources.map((source) => ({
				key: JSON.stringify(source),
				text: source.url ? `${source.name} | ${source.url}` : source.name,
			}))
		case 'bylines':
		case 'tags':
			return fields[field].map(lineOf)
		case 'heroPhotoId':
			return fields.heroPhotoId ? [lineOf(String(fields.heroPhotoId))] : []
		default:
			return fields[field] ? [lineOf(fields[field])] : []
	}
}

const textOfBlock = (block: Block): string => toMarkdown({ version: 1, content: [block] })

export function mergeLines(mine: Line[], base: Line[], theirs: Line[]): MergePart[] {
	const [a, o, b] = [mine, base, theirs].map((lines) => lines.map(({ key }) => key))
	if (!a || !o || !b) return []
	if (pairs(a, o) + pairs(b, o) > PAIRS_MAX) return wholeConflict(mine, theirs)
	const byKey = new Map([...base, ...theirs, ...mine].map((line) => [line.key, line]))
	const linesWith = (keys: string[]): Line[] => keys.flatMap((key) => byKey.get(key) ?? [])
	return diff3MergeRegions(a, o, b).map((region): MergePart => {
		if (region.stable) {
			const by = { a: 'mine', b: 'theirs', o: 'neither' } as const
			return {
				kind: 'merged',
				by: by[region.buffer as keyof typeof by],
				lines: linesWith(region.bufferContent),
			}
		}
		const [ours, others] = [linesWith(region.aContent), linesWith(region.bContent)]
		return isSame(ours, others)
			? { kind: 'merged', by: 'both', lines: ours }
			: { kind: 'conflict', mine: ours, theirs: others }
	})
}

const wholeConflict = (mine: Line[], theirs: Line[]): MergePart[] =>
	isSame(mine, theirs)
		? [{ kind: 'merged', by: 'both', lines: mine }]
		: [{ kind: 'conflict', mine, theirs, isUncompared: true }]

const isSame = (one: Line[], other: Line[]): boolean =>
	one.length === other.length && one.every(({ key }, index) => key === other[index]?.key)

/** Pairs of equal lines of two texts, which the longest common subsequence compares. */
function pairs(lines: string[], others: string[]): number {
	const counts = new Map<string, number>()
	for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
	return others.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0)
}

/** The text in the place of a conflict. */
export type Choice =
	| { kind: 'mine' }
	| { kind: 'theirs' }
	| { kind: 'both' }
	| { kind: 'written'; text: string }

/** Lines of a merge with a choice for each conflict, in order; a written text is a string. */
export function chosenLines(parts: MergePart[], choices: Choice[]): (Line | string)[] {
	const left = [...choices]
	return parts.flatMap((part): (Line | string)[] => {
		if (part.kind === 'merged') return part.lines
		const choice = left.shift() ?? { kind: 'both' }
		if (choice.kind === 'written') return [choice.text]
		if (choice.kind === 'both') return [...part.theirs, ...part.mine]
		return part[choice.kind]
	})
}
