import type { BodyDocument } from '@/domain/body/document'
import { parseMarkdown } from '@/domain/body/markdown'
import { pick, randomFrom } from './random'

const WORDS = (
	'the a of harbour council bridge ferry tide morning street market school winter storm repair budget vote ' +
	'keeper lamp stone river garden station baker rope sail quay letter minute meeting engineer neighbour says ' +
	'opened closed found counted promised waited after before under between without again slowly early twice'
).split(' ')

/** The body of a news story of ordinary length: some 600 words in twelve paragraphs. */
const PARAGRAPHS = 12
const WORDS_PER_PARAGRAPH = 50
/** Number of distinct bodies; further stories differ in headlines alone, which pages fetch and print as well. */
const BODIES = 40

export function sentence(random: () => number, words: number): string {
	const text = Array.from({ length: words }, () => pick(random, WORDS)).join(' ')
	return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Bodies with the usual blocks of a story: headings, a list, a quotation and a figure. */
export function bodies(photoId: number): BodyDocument[] {
	const random = randomFrom(7)
	return Array.from({ length: BODIES }, () => {
		const blocks = Array.from(
			{ length: PARAGRAPHS },
			() => `${sentence(random, WORDS_PER_PARAGRAPH)}, **${sentence(random, 3)}**.`,
		)
		blocks.splice(3, 0, `## ${sentence(random, 4)}`, `![${sentence(random, 8)}](photo:${photoId})`)
		blocks.splice(8, 0, `> ${sentence(random, 18)}.`, `- ${sentence(random, 9)}\n- ${sentence(random, 9)}`)
		return parseMarkdown(blocks.join('\n\n'))
	})
}
