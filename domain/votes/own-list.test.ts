import { beforeAll, expect, test } from 'vitest'
import { write } from '@/db'
import { moods, respects, savedArticles } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, reader } from '@/e2e/support/stories'
import { NEW_READERS_MAX } from '@/lib/vote-rules'
import { withdrawStory } from '../articles/publish'
import { moderateComment } from '../comments/moderate'
import { postComment } from '../comments/post'
import { respectFor, setRespect, withdrawRespect } from '../comments/respect'
import { castMood, moodTally } from '../moods'
import type { StaffViewer, Viewer } from '../permissions'
import { rateArticle, ratingTally } from '../ratings'
import { mergeBrowserReader } from '../readers'
import { listSaved, removeSaved, saveArticle } from '../reading-list'
import { withdrawVote } from './cast'
import { decideBurst, listBursts } from './decisions'
import { listOwnVotes } from './own-list'

withDatabase()

let editor: StaffViewer
let articleId: number
let commentId: number

beforeAll(async () => {
	;({ editor, articleId } = await liveStory())
	const words = { body: 'I saw it.', parentId: null, name: 'Ada', email: 'ada@example.org' }
	commentId = (await postComment(editor, articleId, words)).id
})

async function voteAside(viewer: Viewer, story: number): Promise<void> {
	for (let number = 0; number < NEW_READERS_MAX; number += 1)
		await castMood(reader(), story, 'happy', `network ${story}`)
	await castMood(viewer, story, 'sad', `network ${story}`)
}

const kindsOf = async (viewer: Viewer) => (await listOwnVotes(viewer)).votes.map(({ kind }) => kind)

test('each vote is listed with its story, and taken back with exact counts', async () => {
	const ada = reader()
	await castMood(ada, articleId, 'happy')
	await rateArticle(ada, articleId, 4)
	await setRespect(ada, articleId, commentId, true)
	await saveArticle(ada, articleId)
	expect((await kindsOf(ada)).sort()).toEqual(['mood', 'rating', 'respect', 'saved'])
	const { votes } = await listOwnVotes(ada)
	expect(votes.find(({ kind }) => kind === 'respect')).toMatchObject({ id: commentId, author: 'A editor' })
	expect(votes.every(({ story }) => story?.headline === 'The bridge opens again')).toBe(true)
	for (let repeat = 0; repeat < 2; repeat += 1) {
		await withdrawVote(ada, articleId, 'mood')
		await withdrawVote(ada, articleId, 'rating')
		await withdrawRespect(ada, commentId)
		await removeSaved(ada, articleId)
	}
	expect(await kindsOf(ada)).toEqual([])
	expect([(await moodTally(articleId)).total, (await ratingTally(articleId)).total]).toEqual([0, 0])
	expect([(await respectFor(ada, commentId)).respects, await listSaved(ada)]).toEqual([0, []])
})

test('votes on a withdrawn story and respect for a removed comment are taken back too', async () => {
	const ada = reader()
	const story = await liveStory()
	const words = { body: 'I saw it too.', parentId: null, name: '', email: '' }
	const { id } = await postComment(editor, story.articleId, words)
	await castMood(ada, story.articleId, 'angry')
	await setRespect(ada, story.articleId, id, true)
	await moderateComment(editor, id, 'rejected')
	await withdrawStory(editor, story.articleId, 'Wrong.')
	const { votes } = await listOwnVotes(ada)
	expect(votes.map(({ story: name }) => name?.withdrawn)).toEqual([true, true])
	expect(votes.find(({ kind }) => kind === 'respect')).toMatchObject({ author: null })
	await withdrawVote(ada, story.articleId, 'mood')
	await withdrawRespect(ada, id)
	expect([await kindsOf(ada), (await moodTally(story.articleId)).total]).toEqual([[], 0])
})

test('a vote set aside says so, and a discarded one that was taken back leaves no other', async () => {
	const [waiting, discarded] = [reader(), reader()]
	const [one, other] = [await liveStory(), await liveStory()]
	await voteAside(waiting, one.articleId)
	await voteAside(discarded, other.articleId)
	const [burst] = await listBursts(editor, other.articleId)
	await decideBurst(editor, other.articleId, burst?.id ?? '', { outcome: 'discard', reason: 'A script.' })
	expect((await listOwnVotes(waiting)).votes).toMatchObject([{ mood: 'sad', aside: 'waiting' }])
	expect((await listOwnVotes(discarded)).votes).toMatchObject([{ mood: 'sad', aside: 'discarded' }])
	await withdrawVote(waiting, one.articleId, 'mood')
	await withdrawVote(discarded, other.articleId, 'mood')
	expect([await kindsOf(waiting), await kindsOf(discarded)]).toEqual([[], []])
	await castMood(discarded, other.articleId, 'happy')
	expect((await moodTally(other.articleId)).total).toBe(NEW_READERS_MAX)
})

test('pages reach every vote once, also of one moment', async () => {
	const ada = reader()
	const stories = [articleId, (await liveStory()).articleId, (await liveStory()).articleId]
	await castMood(ada, articleId, 'happy')
	await write(async (tx) => {
		const readerId = ada.readerId ?? ''
		for (const [number, story] of stories.entries()) {
			const at = new Date(number < 2 ? 1_000 : 2_000)
			await tx.insert(savedArticles).values({ readerId, articleId: story, savedAt: at })
			if (story === articleId) continue
			await tx.insert(moods).values({ readerId, articleId: story, mood: 'sad', castAt: at })
		}
		await tx.insert(respects).values({ readerId, commentId, castAt: new Date(1_000) })
	})
	const whole = (await listOwnVotes(ada)).votes.map(({ kind, id }) => `${kind} ${id}`)
	expect(new Set(whole).size).toBe(7)
	for (const limit of [1, 2, 3]) {
		const found: string[] = []
		for (let past: string | null = ''; past !== null; ) {
			const page: Awaited<ReturnType<typeof listOwnVotes>> = await listOwnVotes(ada, { past, limit })
			found.push(...page.votes.map(({ kind, id }) => `${kind} ${id}`))
			past = page.past
		}
		expect(found).toEqual(whole)
	}
	expect((await listOwnVotes(ada, { past: 'x-1' })).votes).toHaveLength(7)
})

test('the page of an account has the votes of its browser', async () => {
	const browser = reader()
	await castMood(browser, articleId, 'sad')
	const signedIn = { ...(await createStaff('reader')), readerId: browser.readerId }
	await mergeBrowserReader(signedIn)
	expect(await kindsOf(signedIn)).toEqual(['mood'])
	const other = { ...(await createStaff('reader')), readerId: browser.readerId }
	await mergeBrowserReader(other)
	expect(await kindsOf(other)).toEqual([])
})
