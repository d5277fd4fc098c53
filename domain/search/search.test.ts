import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { photos, sections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import fc from '@/e2e/support/fast-check'
import { createStaff, liveStory, renamePerson, storyFields } from '@/e2e/support/stories'
import type { TextPart } from '@/lib/highlight'
import { publishStory, withdrawStory } from '../articles/publish'
import { saveStory, startStory } from '../articles/save'
import { deleteForEver, restoreFromTrash, trashStory } from '../articles/trash'
import { parseMarkdown } from '../body/markdown'
import { mergeSection } from '../merge-sections'
import { changePhoto } from '../photos/change'
import { findSearchGaps } from './repair'
import { searchArticles } from './search'

withDatabase()

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)
const body = (text: string) => ({ body: parseMarkdown(text) })

const found = async (...search: Parameters<typeof searchArticles>) =>
	(await searchArticles(...search))?.results.map(({ card }) => card.headline)

const marked = (parts: TextPart[] = []) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

beforeAll(async () => {
	await liveStory({ headline: 'Low water', ...body('The ferryman counts ropes.\n\nAt dusk he ties them.') })
	await liveStory({ headline: 'High water', ...body('Ropes are dear.') })
	await liveStory({ headline: '東京都知事選挙', ...body('新しい橋が開通した。') })
	await liveStory({ headline: 'हिन्दी में समाचार', ...body('مُحَمَّد كتب') })
})

test.each<[string, string[]]>([
	['ferryman', ['Low water']],
	['"ties them"', ['Low water']],
	['"them ties"', []],
	['ropes dusk', ['Low water']],
	['water -ferryman', ['High water']],
	['FERRYM', ['Low water']],
	['京都', ['東京都知事選挙']],
	['橋', ['東京都知事選挙']],
	['東京 開通', ['東京都知事選挙']],
	['हिन्दी', ['हिन्दी में समाचार']],
	['محمد', ['हिन्दी में समाचार']],
])('%s finds %j', async (query, headlines) => {
	expect(await found(query)).toEqual(headlines)
})

test('a whole word stands for its shortest longer words, a fragment for all', async () => {
	const letters = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((one) => [`${one}a`, `${one}b`])
	await liveStory({ headline: 'Many', ...body(letters.map((each) => `quay${each}`).join(' ')) })
	await liveStory({ headline: 'Long', ...body('quaymaster') })
	await liveStory({ headline: 'Short', ...body('quay') })
	expect((await found('qua'))?.toSorted()).toEqual(['Long', 'Many', 'Short'])
	expect((await found('quay'))?.toSorted()).toEqual(['Many', 'Short'])
})

test('a word of the headline counts more than one of the body', async () => {
	await liveStory({ headline: 'The lamp', ...body('Nothing.') })
	await liveStory({ headline: 'Night', ...body('A lamp, a lamp and a lamp.') })
	expect(await found('lamp')).toEqual(['The lamp', 'Night'])
})

test('a result marks the words in headline and excerpt', async () => {
	const page = await searchArticles('water ropes')
	const low = page?.results.find(({ card }) => card.headline === 'Low water')
	expect(marked(low?.headline)).toBe('Low [water]')
	expect(marked(low?.excerpt)).toBe('The ferryman counts [ropes].')
})

test('drafts, scheduled, withdrawn, trashed and older texts are never found', async () => {
	const editor = await createStaff('admin')
	const canary = async (name: string) =>
		startStory(editor, await storyFields(editor, { headline: `Story ${name}`, ...body(`canary${name}`) }))
	await canary('draft')
	const scheduled = await canary('scheduled')
	await publishStory(editor, scheduled.articleId, { revisionId: scheduled.revisionId, at: daysAgo(-1) })
	const withdrawn = await canary('withdrawn')
	await publishStory(editor, withdrawn.articleId, { revisionId: withdrawn.revisionId })
	expect(await found('canarywithdrawn')).toEqual(['Story withdrawn'])
	await withdrawStory(editor, withdrawn.articleId, 'A reason.')
	const trashed = await canary('trashed')
	await trashStory(editor, trashed.articleId)
	const older = await canary('older')
	await publishStory(editor, older.articleId, { revisionId: older.revisionId })
	const newer = await storyFields(editor, { headline: 'Newer', ...body('canarynewer') })
	const saved = await saveStory(editor, older.articleId, older.revisionId, newer)
	expect(await found('canarynewer')).toEqual([])
	await publishStory(editor, older.articleId, { revisionId: saved.kind === 'saved' ? saved.revisionId : 0 })
	expect(await found('canarynewer')).toEqual(['Newer'])
	expect(await found('canary')).toEqual(['Newer'])
	for (const name of ['draft', 'scheduled', 'withdrawn', 'trashed', 'older']) {
		expect(await found(`canary${name}`), name).toEqual([])
		expect((await searchArticles(`canary${name}x`))?.suggestion, name).toBeNull()
	}
	await trashStory(editor, withdrawn.articleId)
	await restoreFromTrash(editor, withdrawn.articleId)
	await trashStory(editor, withdrawn.articleId)
	await deleteForEver(editor, withdrawn.articleId)
	expect(await findSearchGaps()).toEqual({ missing: [], superfluous: [] })
})

test('a scheduled story is found from its date on', async () => {
	const { editor, articleId, revisionId } = await liveStory({ headline: 'Punctual' }, daysAgo(-1))
	expect(await found('punctual')).toEqual([])
	await publishStory(editor, articleId, { revisionId, at: daysAgo(1) })
	expect(await found('punctual')).toEqual(['Punctual'])
})

test('authors are found by their present name', async () => {
	const { editor } = await liveStory({ headline: 'By an author' })
	await renamePerson(editor.person.id, { name: 'Žofie Nováková', bio: '' })
	expect(await found('novakova')).toEqual(['By an author'])
	expect(await found('author', { author: 'zofie novak' })).toEqual(['By an author'])
	expect(await found('author', { author: 'nobody' })).toEqual([])
})

test('captions are found as printed, also after their change', async () => {
	const editor = await createStaff('editor')
	const size = { width: 900, height: 600, widths: [] }
	const [photo] = await write((tx) =>
		tx
			.insert(photos)
			.values({ hash: 'a', mime: 'image/jpeg', ...size, caption: 'A crane', alt: 'A crane', credit: 'Ada' })
			.returning(),
	)
	const heroPhotoId = photo?.id ?? 0
	await liveStory({ headline: 'Own caption', heroPhotoId })
	await liveStory({ headline: 'Other caption', heroPhotoId, heroCaption: 'A dock' })
	expect(await found('crane')).toEqual(['Own caption'])
	await changePhoto(editor, heroPhotoId, { caption: 'A derrick' })
	expect(await found('crane')).toEqual([])
	expect(await found('derrick')).toEqual(['Own caption'])
	expect(await found('dock')).toEqual(['Other caption'])
})

test('filters narrow to section, also a merged one, and to days', async () => {
	const admin = await createStaff('admin')
	const [sea = 0, coast = 0] = await write(async (tx) => {
		const rows = ['sea', 'coast'].map((slug) => ({ slug, name: slug }))
		const added = await tx.insert(sections).values(rows).returning({ id: sections.id })
		return added.map(({ id }) => id)
	})
	await liveStory({ headline: 'Tidings of the sea', section: 'sea' }, daysAgo(400))
	await liveStory({ headline: 'Tidings of the town' }, daysAgo(10))
	expect(await found('tidings', { section: 'sea' })).toEqual(['Tidings of the sea'])
	await mergeSection(admin, sea, coast)
	expect(await found('tidings', { section: 'coast' })).toEqual(['Tidings of the sea'])
	expect(await found('tidings', { section: 'nowhere' })).toEqual([])
	expect(await found('tidings', { from: daysAgo(30) })).toEqual(['Tidings of the town'])
	expect(await found('tidings', { to: daysAgo(30) })).toEqual(['Tidings of the sea'])
	for (const years of [3, 60, 500])
		expect(await found('tidings', { from: daysAgo(years * 366) })).toHaveLength(2)
	expect(await found('tidings', { from: daysAgo(1), to: daysAgo(5) })).toEqual([])
	const [first, last] = [new Date('0000-01-01'), new Date('9999-12-31')]
	expect(await found('tidings', { from: first, to: last })).toHaveLength(2)
})

test('pages hold every result once', async () => {
	for (let number = 0; number < 21; number += 1) await liveStory({ headline: `Serial ${number}` })
	const headlines: string[] = []
	for (let after: string | null = ''; after !== null; ) {
		const page: Awaited<ReturnType<typeof searchArticles>> = await searchArticles('serial', {}, after)
		headlines.push(...(page?.results.map(({ card }) => card.headline) ?? []))
		expect(page?.total).toBe(21)
		after = page?.next ?? null
	}
	expect(new Set(headlines).size).toBe(21)
	expect(headlines).toHaveLength(21)
})

test.each([
	['ferymann', 'ferryman'],
	['jerryman', 'ferryman'],
	['frreyman', null],
	['dsuk ropes', 'dusk ropes'],
	['"dsuk he"', '"dusk he"'],
])('%s suggests %s', async (typed, suggestion) => {
	expect((await searchArticles(typed))?.suggestion).toBe(suggestion)
})

test('words that are found alone are told', async () => {
	expect((await searchArticles('ferryman derrick 東京 nowhere'))?.alone).toEqual([
		'ferryman',
		'derrick',
		'東京',
	])
})

test('any input is answered', async () => {
	const unit = fc.oneof(
		fc.constantFrom(
			'"',
			"'",
			'-',
			'*',
			'^',
			':',
			'(',
			')',
			'{',
			'}',
			'+',
			'NEAR(',
			' AND ',
			' OR ',
			' NOT ',
			'§s1',
		),
		fc.constantFrom('\0', '\ud800', '\u202e', '東', 'ก', 'ب', 'हि', '\u0301', 'ropes', ' '),
		fc.string({ unit: 'binary' }),
	)
	await fc.assert(
		fc.asyncProperty(fc.array(unit, { maxLength: 12 }), async (parts) => {
			await searchArticles(
				parts.join(''),
				{ author: parts[0] ?? '', section: parts[1] ?? '' },
				parts[2] ?? '',
			)
		}),
		{ numRuns: 100 },
	)
	expect(await searchArticles('" * -')).toBeNull()
})
