import { beforeEach, describe, expect, test } from 'vitest'
import { write } from '@/db'
import { comments } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import type { Reason } from '@/lib/moderation-phases'
import type { StaffViewer, Viewer } from '../permissions'
import { changeSettings, DEFAULT_SETTINGS, type SiteSettings, siteSettings } from '../settings'
import { findCommentForDesk } from './list'
import { moderateComment } from './moderate'
import { type NewComment, postComment } from './post'
import { listThread } from './thread'
import { tryText } from './try-text'

withDatabase()

const guest = { name: 'Ada', email: 'ada@example.org', parentId: null }
let owner: StaffViewer
let articleId: number

beforeEach(async () => {
	owner = await createStaff('owner')
	articleId = (await liveStory()).articleId
	await changeSettings(owner, { ...DEFAULT_SETTINGS, commentsHeldFirst: 0 })
})

const set = (changes: Partial<SiteSettings>) => changeSettings(owner, changes)

const post = (body: string, changes: Partial<NewComment> = {}, viewer: Viewer = reader()) =>
	postComment(viewer, articleId, { ...guest, body, ...changes })

async function reasonsFor(body: string, changes: Partial<NewComment> = {}): Promise<Reason[]> {
	const { state, heldFor } = await post(body, changes)
	expect(state).toBe(heldFor.length > 0 ? 'waiting' : 'approved')
	return heldFor
}

const LINKS = 'http://a.test HTTPS://b.test https://c.test'

describe('a comment is held', () => {
	test('for its links, with their number', async () => {
		expect(await reasonsFor(LINKS)).toEqual([{ phase: 'links', count: 3, max: 2 }])
		expect(await reasonsFor('https://a.test and https://b.test')).toEqual([])
		await set({ commentLinksMax: 0 })
		expect(await reasonsFor('https://a.test')).toEqual([{ phase: 'links', count: 1, max: 0 }])
	})

	test('for a site of the list, also without a link to it', async () => {
		await set({ commentSitesHeld: ['pills.test'] })
		expect(await reasonsFor('Look at shop.PILLS.test!')).toEqual([{ phase: 'links', site: 'pills.test' }])
	})

	test('for a word of the list, in its text or its name', async () => {
		await set({ commentWordsHeld: ['Casin*', 'Straße'] })
		expect(await reasonsFor('Two CASINOS here')).toEqual([
			{ phase: 'wordList', word: 'Casin*', inName: false },
		])
		expect(await reasonsFor('Hello', { name: 'die strasse' })).toEqual([
			{ phase: 'wordList', word: 'Straße', inName: true },
		])
	})

	test('for its honeypot and a premoderated story', async () => {
		await set({ commentsPolicy: 'premoderated' })
		expect(await reasonsFor('Hi', { honeypot: 'x' })).toEqual([
			{ phase: 'honeypot' },
			{ phase: 'premoderated' },
		])
	})

	test('until enough comments of the reader are approved', async () => {
		await set({ commentsHeldFirst: 2 })
		const ada = reader()
		const reasons = async (body: string) => (await post(body, {}, ada)).heldFor
		const first = await post('One', {}, ada)
		expect(first.heldFor).toEqual([{ phase: 'trust', approved: 0, needed: 2 }])
		await moderateComment(owner, first.id, 'approved')
		const second = await post('Two', {}, ada)
		expect(second.heldFor).toEqual([{ phase: 'trust', approved: 1, needed: 2 }])
		await moderateComment(owner, second.id, 'approved')
		expect(await reasons('Three')).toEqual([])
	})

	test('for words that the reader sent already, on any story', async () => {
		const ada = reader()
		const body = 'The very same words, at some length.'
		expect((await post(body, {}, ada)).heldFor).toEqual([])
		const other = (await liveStory()).articleId
		const again = await postComment(ada, other, { ...guest, body: body.toUpperCase() })
		expect(again.heldFor).toEqual([{ phase: 'repeatPost', hours: 24 }])
		expect((await postComment(ada, other, { ...guest, body: 'Thank you!' })).heldFor).toEqual([])
		expect((await post('Thank you!', {}, ada)).heldFor).toEqual([])
		expect(await reasonsFor(body)).toEqual([])
	})

	test('above the number of comments within ten minutes', async () => {
		await set({ commentSpeedMax: 3 })
		const ada = reader()
		for (const number of [1, 2, 3]) expect((await post(`Number ${number}`, {}, ada)).heldFor).toEqual([])
		const fourth = await post('Number 4', {}, ada)
		expect(fourth.heldFor).toEqual([{ phase: 'speed', count: 4, minutes: 10, max: 3 }])
		expect(await post('Number 4', {}, ada)).toEqual({ ...fourth, state: 'waiting' })
		await set({ commentSpeedMax: 0 })
		expect((await post('Number 5', {}, ada)).heldFor).toEqual([])
	})
})

test('a flood holds comments of readers without an approved one', async () => {
	const known = reader()
	const later = () =>
		write((tx) => tx.update(comments).set({ createdAt: new Date(Date.now() - 10 * 60_000) }))
	await post('Before the flood', {}, known)
	await later()
	await set({ commentFloodMax: 2 })
	for (const number of [1, 2]) expect((await post(`Number ${number}`)).heldFor).toEqual([])
	expect((await post('Number 3')).heldFor).toEqual([{ phase: 'flood', minutes: 10, max: 2 }])
	expect((await post('In the flood', {}, known)).heldFor).toEqual([])
	await later()
	expect((await post('After the flood')).heldFor).toEqual([])
})

describe('a comment is refused', () => {
	test('for a word of the list, which the refusal names', async () => {
		await set({ commentWordsRefused: ['赌博', 'buy now'] })
		await expect(post('这里有赌博网站')).rejects.toMatchObject({
			code: 'invalid',
			field: 'body',
			message: 'Comments with the word “赌博” are not taken here.',
		})
		await expect(post('Hi', { name: 'Buy  Now' })).rejects.toMatchObject({ field: 'name' })
	})

	test('for a site of the list, also if an earlier phase holds it', async () => {
		await set({ commentSitesRefused: ['evil.test'], commentWordsHeld: ['hello'] })
		await expect(post(`hello ${LINKS} https://evil.test`)).rejects.toMatchObject({
			message: 'Comments that name the site evil.test are not taken here.',
		})
	})
})

test('comments of staff pass the rules for readers', async () => {
	await set({ commentWordsRefused: ['casino'], commentsPolicy: 'premoderated' })
	expect(await post(`Casino ${LINKS}`, {}, owner)).toMatchObject({ state: 'approved', heldFor: [] })
})

test('reasons are stored, and shown to the author and moderators only', async () => {
	await set({ commentsHeldFirst: 1 })
	const ada = reader()
	const { id, heldFor } = await post(LINKS, {}, ada)
	expect(heldFor.map(({ phase }) => phase)).toEqual(['links', 'trust'])
	expect((await findCommentForDesk(owner, id)).heldFor).toEqual(heldFor)
	expect((await listThread(ada, articleId)).threads).toMatchObject([{ id, waiting: true, heldFor }])
	expect((await listThread(reader(), articleId)).threads).toEqual([])
	await moderateComment(owner, id, 'approved')
	expect((await listThread(ada, articleId)).threads).toMatchObject([{ id, waiting: false, heldFor: [] }])
	expect((await findCommentForDesk(owner, id)).heldFor).toEqual(heldFor)
})

test('a text is tried with the saved rules, by those who may change them', async () => {
	await set({ commentWordsRefused: ['casino'] })
	const verdicts = await tryText(owner, { name: 'Ada', text: `A casino: ${LINKS}` })
	expect(verdicts.map(({ action, reason }) => [action, reason.phase])).toEqual([
		['hold', 'links'],
		['refuse', 'wordList'],
	])
	expect(await tryText(owner, { name: '', text: 'Fine' })).toEqual([])
	await expect(tryText(await createStaff('moderator'), { name: '', text: '' })).rejects.toMatchObject({
		code: 'forbidden',
	})
})

test('lists are stored in one spelling, each entry once', async () => {
	await set({
		commentWordsHeld: ['  Casino ', 'casino', 'CASINO', '', 'cafe\u0301'],
		commentSitesRefused: ['https://Evil.test/path', 'evil.test', 'bücher.test'],
	})
	expect(await siteSettings()).toMatchObject({
		commentWordsHeld: ['Casino', 'café'],
		commentSitesRefused: ['evil.test', 'xn--bcher-kva.test'],
	})
})
