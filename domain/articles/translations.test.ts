import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { newRequestContext, runInContext } from '@/lib/request-context'
import type { StaffViewer } from '../permissions'
import { changeSettings } from '../settings'
import { duplicateStory } from './duplicate'
import { findArticle } from './find-article'
import { publishStory, withdrawStory } from './publish'
import { startStory } from './save'
import { changeSlug } from './slugs'
import { findStory } from './stories'
import { changeLanguage, listLinkedStories } from './translations'

withDatabase()

async function view(slug: string) {
	const found = await findArticle(slug)
	if (found.kind !== 'live') throw new Error(found.kind)
	return found.article
}

const languagesOf = async (slug: string) => (await view(slug)).translations.map(({ language }) => language)

test('a story has the language of the site or its own', async () => {
	const { editor, articleId, slug } = await liveStory()
	expect((await view(slug)).language).toBe('en-GB')
	await changeLanguage(editor, articleId, { language: ' FR-ca ', translationOf: '' })
	expect((await view(slug)).language).toBe('fr-CA')
	expect((await findStory(editor, articleId)).language).toBe('fr-CA')
	await changeLanguage(editor, articleId, { language: '', translationOf: '' })
	const owner = await createStaff('owner')
	await changeSettings(owner, { language: 'sw' })
	expect((await view(slug)).language).toBe('sw')
	await changeSettings(owner, { language: 'en-GB' })
	const unknown = changeLanguage(editor, articleId, { language: 'xx', translationOf: '' })
	await expect(unknown).rejects.toMatchObject({ code: 'invalid', field: 'language' })
})

async function linked(): Promise<{ editor: StaffViewer; english: string; french: string; frenchId: number }> {
	const { slug: english } = await liveStory({ headline: 'The bridge' })
	const { editor, articleId, slug: french } = await liveStory({ headline: 'Le pont' })
	await changeLanguage(editor, articleId, { language: 'fr', translationOf: `/news/${english}` })
	return { editor, english, french, frenchId: articleId }
}

test('linked stories name each other, whichever joined', async () => {
	const { english, french } = await linked()
	const arabic = await liveStory({ headline: 'الجسر' })
	const typed = { language: 'ar', translationOf: `https://example.org/news/${french}?page=2#top` }
	await changeLanguage(arabic.editor, arabic.articleId, typed)
	expect((await view(english)).translations).toEqual([
		{ slug: french, headline: 'Le pont', language: 'fr' },
		{ slug: arabic.slug, headline: 'الجسر', language: 'ar' },
	])
	expect(await languagesOf(french)).toEqual(['en-GB', 'ar'])
	await changeLanguage(arabic.editor, arabic.articleId, { language: 'ar', translationOf: '' })
	expect(await languagesOf(arabic.slug)).toEqual([])
	expect(await languagesOf(english)).toEqual(['fr'])
})

test('a group has one story a language', async () => {
	const { english, french } = await linked()
	const { editor, articleId, slug } = await liveStory()
	const join = (language: string, translationOf: string) =>
		changeLanguage(editor, articleId, { language, translationOf })
	await expect(join('', english)).rejects.toMatchObject({ field: 'language' })
	await expect(join('fr', french)).rejects.toMatchObject({ field: 'language' })
	await expect(join('ar', slug)).rejects.toMatchObject({ field: 'translationOf' })
	await expect(join('ar', 'no-such-story')).rejects.toMatchObject({ field: 'translationOf' })
	await join('ar', english)
	expect(await languagesOf(slug)).toEqual(['en-GB', 'fr'])
})

test('stories that readers cannot open are no translations', async () => {
	const { editor, english, french, frenchId } = await linked()
	const draft = await startStory(editor, await storyFields(editor, { headline: 'الجسر' }))
	await changeLanguage(editor, draft.articleId, { language: 'ar', translationOf: english })
	expect(await languagesOf(english)).toEqual(['fr'])
	expect((await listLinkedStories(editor, frenchId)).map(({ language }) => language)).toEqual(['en-GB', 'ar'])
	const at = new Date(Date.now() + 3_600_000)
	await publishStory(editor, draft.articleId, { revisionId: draft.revisionId, at })
	const page = newRequestContext('page')
	expect(await runInContext(page, () => languagesOf(english))).toEqual(['fr'])
	expect(page.validUntil).toBe(at.getTime())
	expect(page.dependencies).toContain(`article:${frenchId}`)
	expect(page.dependencies).toContain(`article:${draft.articleId}`)
	await changeSlug(editor, frenchId, 'le-pont-tourne')
	expect((await view(english)).translations.map(({ slug }) => slug)).toEqual(['le-pont-tourne'])
	await withdrawStory(editor, frenchId, 'It was wrong.')
	expect(await languagesOf(english)).toEqual([])
	expect(french).toBeTruthy()
})

test('a copy has the language of the story, and no translations', async () => {
	const { editor, frenchId } = await linked()
	const copy = await duplicateStory(editor, frenchId)
	expect((await findStory(editor, copy.articleId)).language).toBe('fr')
	expect(await listLinkedStories(editor, copy.articleId)).toEqual([])
})

test('a contributor may not change the language', async () => {
	const { articleId } = await liveStory()
	const asking = changeLanguage(await createStaff('contributor'), articleId, {
		language: 'fr',
		translationOf: '',
	})
	await expect(asking).rejects.toMatchObject({ code: 'forbidden' })
})
