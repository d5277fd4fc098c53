import { diffArrays } from 'diff'

export type Change = 'same' | 'removed' | 'added'

/** A piece of text of a comparison; `removed` is of the older text only, `added` of the newer one only. */
export type DiffRun = { text: string; change: Change }

/** A paragraph of a comparison: unchanged, of one text only, or `changed` with runs of both. */
export type DiffParagraph = { change: Change | 'changed'; runs: DiffRun[] }

/**
 * Work limit of one comparison, in steps of the algorithm: they take about 50 ms of the thread that serves all pages.
 * Parts beyond it are shown as replaced as a whole.
 */
const STEPS_MAX = 600_000
/** Edits of one pair of texts; its steps are their square. */
const EDITS_MAX = 400
/** Steps that a character costs before the comparison, when texts are divided into words. */
const STEPS_PER_CHARACTER = 2
/** Changed paragraphs are paired by likeness up to this number of comparisons. */
const PAIRS_MAX = 2_500
/** Share of common words from which two paragraphs are shown as one changed paragraph. */
const LIKENESS_MIN = 0.4
/** Characters of scripts without spaces that are divided by a dictionary, 10 ms; further ones are compared singly. */
const SEGMENTED_MAX = 4_000

type Budget = { steps: number; segmented: number }

const newBudget = (): Budget => ({ steps: STEPS_MAX, segmented: SEGMENTED_MAX })

/** Charges steps to the budget. @returns whether it had them */
function spend(budget: Budget, steps: number): boolean {
	budget.steps -= steps
	return budget.steps >= 0
}

/** Word diff of two texts. */
export const wordDiff = (before: string, after: string): DiffRun[] =>
	wordDiffWithin(newBudget(), before, after)

function wordDiffWithin(budget: Budget, before: string, after: string): DiffRun[] {
	if (before === after) return before ? [{ text: before, change: 'same' }] : []
	if (!spend(budget, STEPS_PER_CHARACTER * (before.length + after.length))) return replaced(before, after)
	const runs = tokenDiff(tokensOf(before, budget), tokensOf(after, budget), budget)
	return runs ? withoutLoneSpaces(runs) : replaced(before, after)
}

/** Word diff of two lists of paragraphs; a changed paragraph is paired with the most alike one. */
export function paragraphDiff(before: string[], after: string[]): DiffParagraph[] {
	const budget = newBudget()
	const parts = diffArrays(before, after, { maxEditLength: EDITS_MAX })
	if (!parts) return [...whole(before, 'removed'), ...whole(after, 'added')]
	const paragraphs: DiffParagraph[] = []
	let removed: string[] = []
	let added: string[] = []
	const close = () => {
		paragraphs.push(...pairedDiff(removed, added, budget))
		removed = []
		added = []
	}
	for (const { value, ...part } of parts) {
		if (part.removed) removed.push(...value)
		else if (part.added) added.push(...value)
		else {
			close()
			paragraphs.push(...whole(value, 'same'))
		}
	}
	close()
	return paragraphs
}

const whole = (texts: string[], change: Change): DiffParagraph[] =>
	texts.map((text) => ({ change, runs: [{ text, change }] }))

/** Pairs removed with added paragraphs in their order, so that the likeness of all pairs is greatest. */
function pairedDiff(removed: string[], added: string[], budget: Budget): DiffParagraph[] {
	if (removed.length * added.length > PAIRS_MAX)
		return [...whole(removed, 'removed'), ...whole(added, 'added')]
	const scores = likenesses(removed, added, budget)
	const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1))
	const bestOf = (i: number, j: number): number => best[i]?.[j] ?? 0
	const score = (i: number, j: number): number => scores[i]?.[j] ?? 0
	for (let i = removed.length - 1; i >= 0; i -= 1)
		for (let j = added.length - 1; j >= 0; j -= 1)
			(best[i] as Float64Array)[j] = Math.max(
				bestOf(i + 1, j),
				bestOf(i, j + 1),
				score(i, j) > 0 ? score(i, j) + bestOf(i + 1, j + 1) : 0,
			)
	const paragraphs: DiffParagraph[] = []
	let [i, j] = [0, 0]
	while (i < removed.length || j < added.length) {
		const [older = '', newer = ''] = [removed[i], added[j]]
		if (score(i, j) > 0 && bestOf(i, j) === score(i, j) + bestOf(i + 1, j + 1)) {
			paragraphs.push({ change: 'changed', runs: wordDiffWithin(budget, older, newer) })
			i += 1
			j += 1
		} else if (i < removed.length && (j >= added.length || bestOf(i + 1, j) >= bestOf(i, j + 1))) {
			paragraphs.push(...whole([older], 'removed'))
			i += 1
		} else {
			paragraphs.push(...whole([newer], 'added'))
			j += 1
		}
	}
	return paragraphs
}

type WordCounts = { counts: Map<string, number>; total: number }

function wordCounts(text: string, budget: Budget): WordCounts {
	const isCounted = spend(budget, STEPS_PER_CHARACTER * text.length)
	const words = isCounted ? tokensOf(text, budget).filter(isWord) : []
	const counts = new Map<string, number>()
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
	return { counts, total: words.length }
}

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)

/** Share of common words (Sørensen–Dice) of each pair; 0 below the limit. */
function likenesses(removed: string[], added: string[], budget: Budget): number[][] {
	const [older, newer] = [removed, added].map((texts) => texts.map((text) => wordCounts(text, budget)))
	return (older ?? []).map((one) => (newer ?? []).map((other) => likeness(one, other, budget)))
}

function likeness(one: WordCounts, other: WordCounts, budget: Budget): number {
	const [few, many] = one.counts.size < other.counts.size ? [one, other] : [other, one]
	// Shares of texts of such different lengths are below the limit.
	if (few.total * 4 < many.total || !spend(budget, few.counts.size)) return 0
	let common = 0
	for (const [word, count] of few.counts) common += Math.min(count, many.counts.get(word) ?? 0)
	const share = (2 * common) / Math.max(1, one.total + other.total)
	return share >= LIKENESS_MIN ? share : 0
}

/** Null beyond the limit of edits. */
function tokenDiff(before: string[], after: string[], budget: Budget): DiffRun[] | null {
	const maxEditLength = Math.min(EDITS_MAX, Math.floor(Math.sqrt(Math.max(0, budget.steps))))
	const parts = maxEditLength > 0 ? diffArrays(before, after, { maxEditLength }) : undefined
	if (!parts) {
		spend(budget, maxEditLength ** 2)
		return null
	}
	const edits = parts.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
	spend(budget, edits ** 2)
	return parts.map(({ value, added, removed }) => ({
		text: value.join(''),
		change: added ? 'added' : removed ? 'removed' : 'same',
	}))
}

const replaced = (before: string, after: string): DiffRun[] => [
	...(before ? [{ text: before, change: 'removed' as const }] : []),
	...(after ? [{ text: after, change: 'added' as const }] : []),
]

/** Joins changes with only white space between them, so that a rewritten phrase is one removal and one addition. */
function withoutLoneSpaces(runs: DiffRun[]): DiffRun[] {
	const joined: DiffRun[] = []
	let removed = ''
	let added = ''
	const close = () => {
		joined.push(...replaced(removed, added))
		removed = ''
		added = ''
	}
	for (const [index, { text, change }] of runs.entries()) {
		const isLone = change === 'same' && !text.trim() && index > 0 && index < runs.length - 1
		if (change === 'same' && !(isLone && removed && added)) {
			close()
			joined.push({ text, change })
			continue
		}
		if (change !== 'added') removed += text
		if (change !== 'removed') added += text
	}
	close()
	return joined
}

const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u
/** Words with their inner apostrophes and hyphens, white space, and other characters. */
const TOKENS = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu

let segmenter: Intl.Segmenter | undefined

/** Words, white space and signs of a text; scripts without spaces are divided by a dictionary. */
function tokensOf(text: string, budget: Budget): string[] {
	const tokens: string[] = text.match(TOKENS) ?? []
	if (!SPACELESS.test(text)) return tokens
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
	const words = segmenter
	return tokens.flatMap((token) => {
		if (!SPACELESS.test(token)) return [token]
		budget.segmented -= token.length
		if (budget.segmented < 0) return [...token]
		return Array.from(words.segment(token), ({ segment }) => segment)
	})
}
