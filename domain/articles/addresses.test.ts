import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { write } from '@/db'
import { articles, people, sections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { addPerson } from '../people'
import { findArticle, findLiveId } from './find-article'
import { listByAuthor, listSection, listTag } from './lists'
import { startStory } from './save'
import { changeSlug } from './slugs'
import { findStory } from './stories'

withDatabase()

describe('slugs in scripts with combining marks', () => {
	test.each(['हिन्दी में समाचार', '한국 뉴스 속보', 'ข่าวด่วน', `a${'𠮷'.repeat(45)}`])(
		'%s is found in NFC and NFD',
		async (headline) => {
			const { slug, articleId } = await liveStory({ headline })
			expect(slug.isWellFormed()).toBe(true)
			expect(await findArticle(slug.normalize('NFC'))).toMatchObject({ kind: 'live' })
			const decomposed = slug.normalize('NFD')
			if (decomposed !== slug) expect(await findArticle(decomposed)).toEqual({ kind: 'moved', slug })
			expect(await findLiveId(decomposed)).toBe(articleId)
		},
	)

	test('a slug stored in NFD is found by its NFC form', async () => {
		const { articleId } = await liveStory()
		const old = '옛날 기사'.normalize('NFD').replace(' ', '-')
		await write(async (tx) => {
			await tx.update(articles).set({ slug: old }).where(eq(articles.id, articleId))
		})
		expect(await findArticle(old)).toMatchObject({ kind: 'live' })
		expect(await findArticle(old.normalize('NFC'))).toEqual({ kind: 'moved', slug: old })
		const { editor } = await liveStory()
		await changeSlug(editor, articleId, 'renamed')
		expect(await findArticle(old.normalize('NFC'))).toEqual({ kind: 'moved', slug: 'renamed' })
	})

	test('drafts are unknown in NFC and NFD alike', async () => {
		const editor = await createStaff('editor')
		const { slug } = await startStory(editor, await storyFields(editor, { headline: '비밀 기사' }))
		expect(await findArticle(slug.normalize('NFD'))).toEqual({ kind: 'unknown' })
	})

	test('sections, tags and people are found in NFD too', async () => {
		const name = '서울 소식'
		await write(async (tx) => {
			await tx.insert(sections).values({ slug: '서울-소식', name })
			await tx.insert(people).values({ slug: '김민준', name: '김민준', role: 'editor' })
		})
		await liveStory({ section: '서울-소식', tags: [name], bylines: ['김민준'] })
		expect((await listSection('서울-소식'.normalize('NFD'))).section).toMatchObject({ slug: '서울-소식' })
		expect((await listTag('서울-소식'.normalize('NFD'))).tag).toMatchObject({ slug: '서울-소식' })
		expect((await listByAuthor('김민준'.normalize('NFD'))).author).toMatchObject({ slug: '김민준' })
	})
})

describe('tags', () => {
	const tagsOf = async (names: string[]) => {
		const { editor, articleId, slug } = await liveStory({ tags: names })
		const found = await findArticle(slug)
		const shown = found.kind === 'live' ? found.article.tags : []
		expect((await findStory(editor, articleId)).fields.tags).toEqual(shown.map(({ name }) => name))
		return shown
	}

	test.each([
		[['C++', 'C', 'C#']],
		[['.NET', 'net', 'Net neutrality']],
		[['Été', 'Ete']],
		[['🎉', '🎈', '???']],
		[['climate change', 'climate-change']],
		[['１２', '12']],
	])('%j are kept as typed, each with its own slug', async (names) => {
		const tags = await tagsOf(names)
		expect(tags.map(({ name }) => name)).toEqual(names)
		expect(new Set(tags.map(({ slug }) => slug)).size).toBe(names.length)
		for (const { slug, name } of tags) expect((await listTag(slug)).tag).toMatchObject({ name })
	})

	test('match in any order and case', async () => {
		const [sharp] = await tagsOf(['F#'])
		const [plain] = await tagsOf(['F'])
		expect(await tagsOf(['f', 'f#', ' F  #'])).toEqual([plain, sharp, { name: 'F #', slug: 'f-3' }])
		expect(await tagsOf(['Straße\u00a01', 'straße 1'])).toHaveLength(1)
	})
})

test('people with equal letters get numbered slugs', async () => {
	const add = (name: string) =>
		addPerson({
			name,
			email: `${crypto.randomUUID()}@example.org`,
			password: 'a good long password',
			role: 'editor',
		})
	const slugs = [await add('Zoë Ng'), await add('Zoe Ng'), await add('🎉'), await add('🎈')].map(
		({ slug }) => slug,
	)
	expect(slugs).toEqual(['zoe-ng', 'zoe-ng-2', 'person', 'person-2'])
})

test('no-break spaces are kept in every story field', async () => {
	const line = '«\u00a0Non\u202f!\u00a0» dit le maire, 10\u202f000\u00a0€ plus tard'
	const { editor, articleId } = await liveStory({
		headline: ` ${line} `,
		kicker: line,
		standfirst: `${line}\n`,
		heroCaption: line,
		tags: ['10\u00a0000\u00a0€'],
		sources: [{ name: line, url: null }],
	})
	expect((await findStory(editor, articleId)).fields).toMatchObject({
		headline: line,
		kicker: line,
		standfirst: line,
		heroCaption: line,
		tags: ['10\u00a0000\u00a0€'],
		sources: [{ name: line, url: null }],
	})
})
