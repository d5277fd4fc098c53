import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { liveStory, storyFields } from '@/e2e/support/stories'
import { GROWTH_MAX, growth } from '@/lib/testing'
import { publishStory, withdrawStory } from '../articles/publish'
import { startStory } from '../articles/save'
import { findByAddress, wordsOfAddress } from './find-by-address'

withDatabase()

beforeAll(async () => {
	const { editor } = await liveStory({ headline: 'The Ropewalk bridge opens again' })
	for (let number = 0; number < 8; number += 1)
		await liveStory({ headline: `Notice ${number}`, standfirst: '' })
	const gone = await liveStory({ headline: 'The lighthouse keeper leaves' })
	await withdrawStory(gone.editor, gone.articleId, 'It was wrong.')
	const later = await startStory(editor, await storyFields(editor, { headline: 'The lighthouse sold' }))
	const at = new Date(Date.now() + 3_600_000)
	await publishStory(editor, later.articleId, { revisionId: later.revisionId, at })
	await startStory(editor, await storyFields(editor, { headline: 'The lighthouse burns' }))
})

test.each([
	['/news/the-ropewalk-bridge-opens', ['the', 'ropewalk', 'bridge', 'opens']],
	['/2019/05/17/bridge-opens.html', ['bridge', 'opens']],
	['/news/caf%C3%A9-noir/', ['cafe', 'noir']],
	['/news/%E0%A4%A', ['e0', 'a4', 'a']],
	['/12/34/', []],
	['/', []],
])('%s has the words %j', (path, words) => expect(wordsOfAddress(path)).toEqual(words))

test.each([
	'the-ropewalk-bridge-opens-again-2',
	'ropewalk-bridge',
	'ropewalk-brige-opens',
	'the-ropewlak-bridge-opens-again',
])('%s leads to its story', async (slug) => {
	const [first] = await findByAddress(wordsOfAddress(slug))
	expect(first?.slug).toBe('the-ropewalk-bridge-opens-again')
})

test.each(['lighthouse-keeper', 'the-lighthouse-sold', 'the-lighthouse-burns', 'nothing-alike', 'wp-admin'])(
	'%s leads to no story',
	async (slug) => expect(await findByAddress(wordsOfAddress(slug))).toEqual([]),
)

test('an address is read in linear time', () => {
	for (const unit of ['a-', '%E0', '/', '1', 'é', '.html'])
		expect(growth((size) => void wordsOfAddress(`/${unit.repeat(size)}`), 20_000)).toBeLessThan(GROWTH_MAX)
})
