import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { people, sections } from '@/db/schema'
import { findStory } from '@/domain/articles/stories'
import { parseMarkdown } from '@/domain/body/markdown'
import { moderateComment } from '@/domain/comments/moderate'
import { postComment } from '@/domain/comments/post'
import { addCorrection } from '@/domain/corrections'
import { castMood } from '@/domain/moods'
import { rateArticle } from '@/domain/ratings'
import { changeSettings } from '@/domain/settings'
import { LANGUAGES } from '@/lib/messages/languages'
import { messagesOf, setMessages } from '@/lib/messages/messages'
import { parseHtml } from '../support/dom'
import { sendRequest } from '../support/http-client'
import { PSEUDO_TAG, pseudoMessages, unbracketedTexts } from '../support/pseudolocale'
import { createStaff, liveStory, reader } from '../support/stories'
import { withServer } from './in-process-server'

const server = withServer()
const get = async (path: string, headers = {}) => {
	const { status, text } = await sendRequest(server.address + path, { headers })
	return { status, text, page: parseHtml(text) }
}

let slug: string
let articleId: number
let commentId: number
let author: string

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
	await addCorrection(owner, articleId, { kind: 'correction', placement: 'foot', text: 'Ήταν πρωί.' })
	const comment = { body: 'Ωραία', parentId: null, name: 'Νίκος', email: 'n@example.org' }
	commentId = (await postComment(reader(), articleId, comment)).id
	await moderateComment(owner, commentId, 'approved')
	await castMood(reader(), articleId, 'happy')
	await rateArticle(reader(), articleId, 4)
})

const PAGES = (): string[] => [
	'/',
	`/news/${slug}`,
	`/news/${slug}?reply=${commentId}`,
	'/sections/news',
	`/people/${author}`,
	'/tags/πλοίο',
	'/reading-list',
	...['/archive', '/tags', '/people', '/series', '/most', '/most/angry'],
]

describe('in a pseudolocale', () => {
	beforeAll(async () => {
		setMessages(PSEUDO_TAG, pseudoMessages())
		await setLanguage(PSEUDO_TAG)
	})

	test('no page has words outside of the catalogue', async () => {
		for (const path of PAGES()) {
			const { status, text } = await get(path)
			expect([path, status]).toEqual([path, 200])
			expect(text).toContain('⟦')
			expect(unbracketedTexts(text), path).toEqual([])
		}
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

test('scripts of the browser hold no catalogue', () => {
	const chunks = readdirSync('.next/static', { recursive: true, encoding: 'utf8' })
	const scripts = chunks.filter((name) => name.endsWith('.js'))
	expect(scripts.length).toBeGreaterThan(0)
	for (const name of scripts) {
		const script = readFileSync(join('.next/static', name), 'utf8')
		for (const language of LANGUAGES) {
			const { article, comments } = messagesOf(language)
			for (const text of [article.moreStories, comments.wordsKept]) expect(script, name).not.toContain(text)
		}
	}
})

async function setLanguage(language: string, others = {}): Promise<void> {
	await changeSettings(await createStaff('owner', 'Άννα'), { language, ...others })
}
