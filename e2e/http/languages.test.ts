import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { people, sections } from '@/db/schema'
import { publishStory, withdrawStory } from '@/domain/articles/publish'
import { saveStory } from '@/domain/articles/save'
import { findStory } from '@/domain/articles/stories'
import { changeLanguage } from '@/domain/articles/translations'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { addCorrection } from '@/domain/corrections'
import { castMood } from '@/domain/moods'
import { receiptPath } from '@/domain/notices/mails'
import { sendReport } from '@/domain/notices/reports'
import { rateArticle } from '@/domain/ratings'
import { createSession } from '@/domain/sessions'
import { changeSettings } from '@/domain/settings'
import { SESSION_COOKIE } from '@/lib/cookies'
import { env } from '@/lib/env'
import { LANGUAGES } from '@/lib/messages/languages'
import { messagesOf, setMessages } from '@/lib/messages/messages'
import { parseHtml } from '../support/dom'
import { publishInArabic, textsIn } from '../support/foreign-story'
import { post, sendRequest } from '../support/http-client'
import { PSEUDO_TAG, pseudoMessages, unbracketedTexts } from '../support/pseudolocale'
import { expectReciprocal, readSitemap } from '../support/sitemap-rules'
import { createStaff, liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'
import { readerPages } from './language-pages'

const server = withServer()
const get = async (path: string, headers = {}) => {
	const { status, text } = await sendRequest(server.address + path, { headers })
	return { status, text, page: parseHtml(text) }
}

let slug: string
let articleId: number
let commentId: number
let receipt: string
let [removedId, ownId] = [0, 0]
let author: string
let gone: string
let ownerId: string

/** All content in Greek letters, so that Latin ones are words of the interface. */
beforeAll(async () => {
	await setLanguage('en-GB', { siteName: 'Αγορά', tagline: 'Νέα' })
	const owner = await createStaff('owner', 'Άννα')
	await write(async (tx) => {
		tx.changed('sections')
		await tx.insert(sections).values({ slug: 'news', name: 'Λιμάνι' })
	})
	const body = parseMarkdown('Η γέφυρα.\n\n- Ένα\n\n> Ναι')
	const fields = { headline: 'Γέφυρα', standfirst: 'Άνοιξε', tags: ['Πλοίο'], body }
	const { editor, ...story } = await liveStory(fields)
	;({ slug, articleId } = story)
	author = (await findStory(editor, articleId)).fields.bylines[0] ?? ''
	await liveStory({ ...fields, headline: 'Πλοίο', kicker: 'Θάλασσα' })
	await write((tx) => tx.update(people).set({ name: 'Ελένη' }))
	const { fields: saved, headRevisionId } = await findStory(editor, articleId)
	const update = await saveStory(editor, articleId, headRevisionId, { ...saved, headline: 'Γέφυρα νέα' })
	if (update.kind !== 'saved') throw new Error(update.kind)
	await publishStory(editor, articleId, { revisionId: update.revisionId })
	const withdrawn = await liveStory({ ...fields, headline: 'Λάθος' })
	await withdrawStory(owner, withdrawn.articleId, 'Έγινε λάθος.')
	gone = withdrawn.slug
	ownerId = owner.person.id
	await addCorrection(owner, articleId, { kind: 'correction', placement: 'foot', text: 'Ήταν πρωί.' })
	const comment = { body: 'Ωραία', parentId: null, name: 'Νίκος', email: 'n@example.org' }
	commentId = (await postComment(reader(), articleId, comment)).id
	removedId = (await postComment(reader(), articleId, { ...comment, body: 'Όχι' })).id
	await moderateComment(owner, commentId, 'approved')
	const report = { reason: 'other', explanation: 'Λάθος', goodFaith: false, name: '', email: '' }
	const sent = await sendReport({ ...report, commentId })
	receipt = receiptPath(sent.id, sent.token)
	await moderateComment(owner, removedId, 'rejected')
	ownId = (await postComment(owner, articleId, { ...comment, body: 'Ναι', parentId: commentId })).id
	await castMood(reader(), articleId, 'happy')
	await rateArticle(reader(), articleId, 4)
})

describe('in a pseudolocale', () => {
	beforeAll(async () => {
		setMessages(PSEUDO_TAG, pseudoMessages())
		await setLanguage(PSEUDO_TAG)
	})

	test('no page has words outside of the catalogue', async () => {
		const found: Record<string, string[]> = {}
		for (const [path, expected = 200] of readerPages({ slug, commentId, removedId, receipt, author, gone })) {
			const { status, text } = await get(encodeURI(decodeURI(path)))
			expect([path, status]).toEqual([path, expected])
			expect(text).toContain('⟦')
			const outside = unbracketedTexts(text)
			if (outside.length > 0) found[path] = outside
		}
		expect(found).toEqual({})
	})

	test('neither have the pages of an account, signed in', async () => {
		const { token } = await write((tx) => createSession(tx, ownerId))
		const own = `/news/${slug}/comments/${ownId}/edit`
		const pages = ['', '/comments', '/votes', '/delete', '/ignored', '/confirm?next=/account'].map(
			(end) => `/account${end}`,
		)
		for (const path of [...pages, own, `/news/${slug}`]) {
			const { status, text } = await get(path, { cookie: `${SESSION_COOKIE}=${token}` })
			expect([path, status, unbracketedTexts(text)]).toEqual([path, 200, []])
		}
	})
})

describe('refused forms', () => {
	const comment = (body: string) =>
		post(`${server.address}/news/${slug}/comments`, { body, name: 'Νίκος', email: 'n@example.org' }, origin())
	const origin = () => ({ headers: { Origin: 'http://square.test', Host: 'square.test' } })

	test.each(LANGUAGES)('%s: a refusal is in the language of the site, for scripts too', async (language) => {
		await setLanguage(language)
		const { refusals } = messagesOf(language)
		const page = await comment('')
		expect([page.status, page.text.includes(refusals.writeFirst)]).toEqual([422, true])
		const { headers } = origin()
		const fields = { email: 'x', password: 'y' }
		const script = await post(`${server.address}/session`, fields, {
			headers: { ...headers, Accept: 'application/json' },
		})
		expect(JSON.parse(script.text).detail).toBe(refusals.wrongPassword)
		const list = await post(`${server.address}/reading-list/remove`, { story: 'x' }, { headers })
		expect([list.status, list.text.includes(refusals.storyGone)]).toEqual([422, true])
	})

	test.each(LANGUAGES)('%s: so are plain pages and texts of the server', async (language) => {
		await setLanguage(language)
		// They take the language that the last page has read.
		await get('/')
		const { errors } = messagesOf(language)
		const fields = Object.fromEntries([...Array(200).keys()].map((number) => [`f${number}`, 'x']))
		const { text } = await post(`${server.address}/news/${slug}/comments`, fields, origin())
		expect(text).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
		expect(text).toContain(errors.tooManyFields('').title)
		expect(text).toContain(errors.goToFrontPage)
		const many = `/?${'a&'.repeat(200)}`
		for (const [path, expected] of [
			['/%E0%A4%A', errors.badAddress],
			[many, errors.tooManyParameters],
			[`/media/${'0'.repeat(64)}/240.jpg`, errors.noPictureFile],
			['/site/x.png', errors.noFile],
		] as const)
			expect((await get(path)).text, path).toBe(expected)
	})
})

describe.each(LANGUAGES)('in %s', (language) => {
	const words = messagesOf(language)
	beforeAll(() => setLanguage(language))

	test('cached pages change to the language of the settings', async () => {
		const { text, page } = await get(`/news/${slug}`)
		const { lang, dir } = page.documentElement
		expect([lang, dir]).toEqual([language, language === 'ar' ? 'rtl' : 'ltr'])
		for (const own of [words.voting.moodsTitle, words.comments.yourComment, words.article.share])
			expect(text).toContain(own)
		expect(text).toContain(words.defaults.commentPrompt)
		const script = page.querySelector('script[type="module"]')?.getAttribute('src')
		expect(readFileSync(`public${script}`, 'utf8')).toContain(words.islands.linkCopied)
	})
})

test('a language without a catalogue has English words, and says so', async () => {
	await setLanguage('de-DE')
	const { text, page } = await get(`/news/${slug}`)
	expect(page.documentElement.lang).toBe('en')
	expect(text).toContain(messagesOf('en').voting.moodsTitle)
})

test('a translation is linked, and the words around it stay in the language of the site', async () => {
	await setLanguage('en-GB')
	const french = await liveStory({ headline: 'Le pont', body: parseMarkdown('Il tourne.') })
	const { lang } = (await get(`/news/${slug}`)).page.documentElement
	expect(lang).toBe('en-GB')
	await changeLanguage(french.editor, french.articleId, { language: 'fr', translationOf: slug })
	const { page, text } = await get(`/news/${french.slug}`)
	expect(page.documentElement.lang).toBe('en-GB')
	const paragraph = [...page.querySelectorAll('p')].find((each) => each.textContent === 'Il tourne.')
	expect([page.querySelector('h1'), paragraph].map(langOf)).toEqual(['fr', 'fr'])
	const around = ['article time', '[rel="author"]', '#moods', '#share', '#comments']
	for (const part of around) expect(langOf(page.querySelector(part)), part).toBe('en-GB')
	const alternates = [...page.querySelectorAll('link[rel="alternate"][hreflang]')].map((link) => [
		link.getAttribute('hreflang'),
		new URL(link.getAttribute('href') ?? '').pathname,
	])
	const english = encodeURI(`/news/${slug}`)
	expect(alternates).toEqual([
		['fr', `/news/${french.slug}`],
		['en-GB', english],
		['x-default', english],
	])
	expect(text).toContain('"inLanguage":"fr"')
	const listed = readSitemap((await get('/sitemap-stories-1.xml')).text, env.siteUrl)
	expect(Object.keys(listed.find(({ url }) => url.endsWith(french.slug))?.alternates ?? {})).toHaveLength(3)
	expectReciprocal(listed)
	const other = (await get(`/news/${slug}`)).page.querySelector('a[rel="alternate"]')
	expect([other?.textContent, other?.getAttribute('hreflang')]).toEqual(['Français', 'fr'])
	const front = await get('/')
	const card = [...front.page.querySelectorAll('h2, h3')].find((each) => each.textContent === 'Le pont')
	expect(card?.getAttribute('lang')).toBe('fr')
	await withdrawStory(french.editor, french.articleId, 'It was wrong.')
	const refused = await get(`/news/${french.slug}`)
	const title = refused.page.querySelector('h1')
	expect([refused.status, langOf(title), langOf(title?.querySelector('bdi'))]).toEqual([410, 'en-GB', 'fr'])
})

test('each text of a story in another language has its lang', async () => {
	await setLanguage('en-GB')
	const owner = await createStaff('owner', 'Άννα')
	const paths = await publishInArabic(owner)
	const { token } = await write((tx) => createSession(tx, owner.person.id))
	const found: Record<string, string[]> = {}
	for (const path of paths) {
		const { page } = await get(encodeURI(decodeURI(path)), { cookie: `${SESSION_COOKIE}=${token}` })
		const texts = textsIn(page.body, /\p{Script=Arabic}/u)
		expect([path, texts.length > 0]).toEqual([path, true])
		const unnamed = texts.filter(({ parentElement }) => langOf(parentElement) !== 'ar')
		if (unnamed.length > 0) found[path] = unnamed.map(({ parentElement }) => parentElement?.outerHTML ?? '')
	}
	expect(found).toEqual({})
})

const langOf = (element?: Element | null) => element?.closest('[lang]')?.getAttribute('lang')

async function setLanguage(language: string, others = {}): Promise<void> {
	await changeSettings(await createStaff('owner', 'Άννα'), { language, ...others })
}
