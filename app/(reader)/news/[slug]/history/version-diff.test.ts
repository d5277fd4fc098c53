import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import type { StoryFields } from '@/domain/articles/fields'
import { findPublicVersion } from '@/domain/articles/public-history'
import { publishStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { parseMarkdown } from '@/domain/body/markdown'
import { liveStory, storyFields } from '@/e2e/support/stories'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { versionDiff } from './version-diff'

withDatabase()

/** The comparison of a story as first published with its update. */
async function compared(before: Partial<StoryFields>, after: Partial<StoryFields>) {
	const { editor, articleId, revisionId, slug } = await liveStory(before)
	const saved = await saveStory(editor, articleId, revisionId, await storyFields(editor, after))
	if (saved.kind !== 'saved') throw new Error(saved.kind)
	await publishStory(editor, articleId, { revisionId: saved.revisionId })
	const found = await findPublicVersion(slug, 2)
	if (found?.kind !== 'live' || !found.older) throw new Error('The update has no version.')
	return { older: found.older.article, newer: found.newer.article }
}

test('every public field is compared by words', async () => {
	const { older, newer } = await compared(
		{ headline: 'The bridge opens', body: parseMarkdown('It opened.\n\n[Tides](https://a.example/)') },
		{
			headline: 'The bridge closes',
			kicker: 'Harbour',
			sources: [{ name: 'Tables', url: 'https://example.org/' }],
			tags: ['Tides'],
			body: parseMarkdown('It opened.\n\n[Tides](https://b.example/)'),
		},
	)
	const changed = versionDiff(older, newer).filter((field) => field.changed)
	expect(changed.map(({ label }) => label)).toEqual(['Headline', 'Kicker', 'Links', 'Sources', 'Tags'])
	expect(changed[0]?.paragraphs[0]?.runs).toEqual([
		{ text: 'The bridge ', change: 'same' },
		{ text: 'opens', change: 'removed' },
		{ text: 'closes', change: 'added' },
	])
})

test('a first version is shown whole', async () => {
	const { newer } = await compared({}, { body: parseMarkdown('One.\n\nTwo.') })
	const fields = versionDiff(null, newer)
	expect(fields.map(({ label }) => label)).toEqual(['Headline', 'Standfirst', 'Text'])
	expect(fields.at(-1)?.paragraphs).toMatchObject([
		{ runs: [{ text: 'One.' }] },
		{ runs: [{ text: 'Two.' }] },
	])
})

test.each(['*a* b ', '[a](http://a.b/) ', 'a\\\n', '- a\n', 'a b\n\n'])(
	'%j is compared in linear time',
	async (unit) => {
		const { newer } = await compared({}, { headline: 'The bridge closes' })
		const withText = (text: string) => ({ ...newer, body: parseMarkdown(text) })
		const compare = (size: number) => {
			const text = unit.repeat(size / unit.length)
			versionDiff(withText(text), withText(text.replaceAll('a', 'c')))
		}
		expect(growth(compare, 10_000)).toBeLessThan(GROWTH_MAX)
	},
)
