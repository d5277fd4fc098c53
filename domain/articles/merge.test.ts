import { expect, test } from 'vitest'
import fc from '@/e2e/support/fast-check'
import { parseMarkdown, toMarkdown } from '../body/markdown'
import { EMPTY_STORY, type StoryFields } from './fields'
import { chosenLines, isWhole, type Line, mergeLines, mergeStories } from './merge'

const story = (body: string, changes: Partial<StoryFields> = {}): StoryFields => ({
	...EMPTY_STORY,
	headline: 'Rain',
	body: parseMarkdown(body),
	...changes,
})

const bodyOf = (merge: ReturnType<typeof mergeStories>) =>
	merge.find(({ field }) => field === 'body')?.parts ?? []
const textsOf = (lines: (Line | string)[]) =>
	lines.map((line) => (typeof line === 'string' ? line : line.text))

test('changes in different places are put together', () => {
	const base = story('One.\n\nTwo.\n\nThree.', { tags: ['harbour'] })
	const mine = story('One, mine.\n\nTwo.\n\nThree.', { tags: ['harbour', 'rain'], kicker: 'Weather' })
	const theirs = story('One.\n\nTwo.\n\n- A list.\n\n- Of theirs.', { tags: ['harbour'], headline: 'Floods' })
	const merge = mergeStories(base, mine, theirs)
	expect(isWhole(merge)).toBe(true)
	const lines = (field: string) =>
		textsOf(chosenLines(merge.find((each) => each.field === field)?.parts ?? [], []))
	expect(lines('body')).toEqual([
		'One, mine.',
		'Two.',
		toMarkdown(theirs.body).split('\n\n').slice(2).join('\n\n'),
	])
	expect([lines('tags'), lines('kicker'), lines('headline')]).toEqual([
		['harbour', 'rain'],
		['Weather'],
		['Floods'],
	])
})

test('a paragraph changed by both is a conflict with both', () => {
	const merge = mergeStories(
		story('One.\n\nTwo.'),
		story('One.\n\nTwo, mine.'),
		story('One.\n\nTwo, theirs.'),
	)
	expect(isWhole(merge)).toBe(false)
	const parts = bodyOf(merge)
	expect(parts.at(-1)).toMatchObject({
		kind: 'conflict',
		mine: [{ text: 'Two, mine.' }],
		theirs: [{ text: 'Two, theirs.' }],
	})
	for (const [kind, texts] of [
		['mine', ['One.', 'Two, mine.']],
		['theirs', ['One.', 'Two, theirs.']],
		['both', ['One.', 'Two, theirs.', 'Two, mine.']],
	] as const)
		expect(textsOf(chosenLines(parts, [{ kind }]))).toEqual(texts)
	expect(textsOf(chosenLines(parts, [{ kind: 'written', text: 'Two.' }]))).toEqual(['One.', 'Two.'])
})

test('deleting a paragraph that the other text changes is a conflict', () => {
	const parts = bodyOf(mergeStories(story('One.\n\nTwo.'), story('One.'), story('One.\n\nTwo, theirs.')))
	expect(parts.at(-1)).toMatchObject({ kind: 'conflict', mine: [], theirs: [{ text: 'Two, theirs.' }] })
})

test('the same change by both is merged', () => {
	const same = story('One.\n\nTwo, again.')
	expect(isWhole(mergeStories(story('One.\n\nTwo.'), same, same))).toBe(true)
})

test('texts of equal paragraphs beyond the limit are one conflict', () => {
	const lines = (count: number, last: string): Line[] =>
		[...Array(count).fill('* * *'), last].map((text) => ({ key: text, text }))
	expect(mergeLines(lines(1999, 'mine'), lines(1998, 'base'), lines(1999, 'theirs'))).toMatchObject([
		{ kind: 'conflict', isUncompared: true },
	])
})

/** An edit of a text: a paragraph inserted, changed or deleted. */
type Edit = { kind: 'insert' | 'change' | 'delete'; at: number }
const edits = fc.array(
	fc.record({
		kind: fc.constantFrom<Edit['kind']>('insert', 'change', 'change', 'delete'),
		at: fc.nat({ max: 30 }),
	}),
	{ maxLength: 12 },
)

/** Applies edits with words of the editor's own, and returns the words that this editor typed and kept. */
function edited(base: string[], list: Edit[], editor: string): { lines: string[]; typed: string[] } {
	const lines = [...base]
	for (const [number, { kind, at }] of list.entries()) {
		const place = at % (lines.length + 1)
		const word = `${editor}${number}`
		if (kind === 'insert') lines.splice(place, 0, word)
		else if (place < lines.length)
			lines.splice(place, 1, ...(kind === 'change' ? [`${lines[place]} ${word}`] : []))
	}
	return { lines, typed: wordsIn(lines).filter((word) => word.startsWith(editor)) }
}

const wordsIn = (lines: string[]): string[] => lines.join(' ').split(' ')
const asLines = (texts: string[]): Line[] => texts.map((text) => ({ key: text, text }))

test('no word of two editors is lost by a merge', () => {
	fc.assert(
		fc.property(fc.nat({ max: 14 }), edits, edits, (length, first, second) => {
			const base = Array.from({ length }, (_, number) => `p${number}`)
			const [mine, theirs] = [edited(base, first, 'mine'), edited(base, second, 'theirs')]
			const parts = mergeLines(asLines(mine.lines), asLines(base), asLines(theirs.lines))
			const shown = new Set(wordsIn(textsOf(chosenLines(parts, []))))
			// The merge has all lines of the common text that both kept.
			const kept = base.filter(
				(word) => wordsIn(mine.lines).includes(word) && wordsIn(theirs.lines).includes(word),
			)
			for (const word of [...mine.typed, ...theirs.typed, ...kept]) expect(shown).toContain(word)
		}),
		{ numRuns: 1000 },
	)
})
