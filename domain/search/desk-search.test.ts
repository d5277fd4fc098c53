import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { photos } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { saveStory, startStory } from '../articles/save'
import { listStories } from '../articles/stories'
import { parseMarkdown } from '../body/markdown'
import type { StaffViewer } from '../permissions'

withDatabase()

let editor: StaffViewer

const start = async (headline: string, changes: Parameters<typeof storyFields>[1] = {}) =>
	startStory(
		editor,
		await storyFields(editor, { standfirst: '', body: parseMarkdown('Words.'), headline, ...changes }),
	)

beforeAll(async () => {
	editor = await createStaff('editor', 'Žofie Nováková')
	await start('Привет из гавани')
	for (const headline of [
		'Diyarbakır',
		'Ο Οδυσσεύς',
		'Große Straße',
		'हिन्दी में',
		'한국 뉴스'.normalize('NFD'),
	])
		await start(headline)
	await start('Harbour', { standfirst: 'The new Škoda depot.' })
	await start('Wool', { body: parseMarkdown('It is 100% **wo**ol, in snake_case.') })
	await start('Lists', { body: parseMarkdown('- first point\n- a ünited front') })
	const other = await createStaff('editor', 'Žofie Nováková')
	await start('By two', { bylines: [(await storyFields(other)).bylines[0] ?? ''] })
})

const found = async (query: string) =>
	(await listStories(editor, { query })).stories.map((row) => row.headline)

test.each([
	['привет', ['Привет из гавани']],
	['ГАВАНИ привет', ['Привет из гавани']],
	['DİYARBAKIR', ['Diyarbakır']],
	['ΟΔΥΣΣΕΥΣ', ['Ο Οδυσσεύς']],
	['GROSSE strasse', ['Große Straße']],
	['हिन्दी', ['हिन्दी में']],
	['뉴스'.normalize('NFC'), ['한국 뉴스']],
	['Skoda', ['Harbour']],
	['%', []],
	['100%', ['Wool']],
	['snake_case', ['Wool']],
	['wool', ['Wool']],
	['woo', ['Wool']],
	['"in snake"', ['Wool']],
	['wool -snake', []],
	['UNITED front', ['Lists']],
	['привет harbour', []],
	['paragraph', []],
])('%s finds %j', async (query, headlines) => {
	expect(await found(query)).toEqual(headlines)
})

test('authors are found by name', async () => {
	expect(await found('zofie novakova')).toContain('By two')
})

test('captions are found, replaced captions are not', async () => {
	const size = { width: 900, height: 600, widths: [] }
	const [photo] = await write((tx) =>
		tx
			.insert(photos)
			.values({ hash: 'a', mime: 'image/jpeg', ...size, caption: 'Ein Kran' })
			.returning(),
	)
	const heroPhotoId = photo?.id ?? 0
	await start('Own caption', { heroPhotoId })
	await start('Other caption', { heroPhotoId, heroCaption: 'Das Dock bei Nacht' })
	expect(await found('EIN KRAN')).toEqual(['Own caption'])
	expect(await found('nacht')).toEqual(['Other caption'])
})

test('only the newest revision is searched', async () => {
	const { articleId, revisionId } = await start('Overwritten soon')
	await saveStory(editor, articleId, revisionId, await storyFields(editor, { headline: 'Newer' }))
	expect(await found('overwritten')).toEqual([])
})

test('search covers later batches and respects contributors’ access', async () => {
	await start('The needle')
	for (let number = 0; number < 101; number += 1) await liveStory({ headline: `Hay ${number}` })
	expect(await found('needle')).toEqual(['The needle'])
	const contributor = await createStaff('contributor')
	expect((await listStories(contributor, { query: 'needle' })).stories).toEqual([])
})
