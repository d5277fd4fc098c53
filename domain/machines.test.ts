import { afterEach, expect, test, vi } from 'vitest'
import { robotsText } from '@/components/machines/robots'
import { readDb } from '@/db'
import { auditEvents } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff, liveStory, storyFields } from '@/e2e/support/stories'
import { type Invalidation, onInvalidate } from '@/lib/invalidation'
import { newRequestContext, runInContext } from '@/lib/request-context'
import { findArticle } from './articles/find-article'
import { withdrawStory } from './articles/publish'
import { startStory } from './articles/save'
import { findStory } from './articles/stories'
import { changeMachineAnswers, machinePolicy, PATH_COPIES, RULES_BYTES } from './machines'
import { changeSettings } from './settings'

withDatabase()
afterEach(() => void vi.useRealTimers())

const OWN = { search: null, answers: null, training: null }
const SITE = { search: 'yes', answers: 'yes', training: 'no' }

test('a new site permits search and answers, and refuses training', async () => {
	expect(await machinePolicy()).toMatchObject({ site: SITE, licence: null, stories: [] })
})

test('“by licence” is refused without terms and contact', async () => {
	const owner = await createStaff('owner')
	const typed = { machinesTraining: 'licence' } as const
	await expect(changeSettings(owner, typed)).rejects.toMatchObject({ field: 'licenceTermsUrl' })
	await expect(changeSettings(owner, { licenceContact: 'ask us' })).rejects.toMatchObject({
		field: 'licenceContact',
	})
	await changeSettings(owner, { ...typed, licenceTermsUrl: '/licence' })
	const { licence, site } = await machinePolicy()
	expect(licence?.termsUrl).toMatch(/^http:\/\/.*\/licence$/)
	expect(site.training).toBe('licence')
	await expect(changeSettings(owner, { licenceTermsUrl: '' })).rejects.toMatchObject({ code: 'invalid' })
	await changeSettings(owner, { machinesTraining: 'no', licenceTermsUrl: '' })
})

test('a story’s own answers reach its page, the files and the log', async () => {
	const { editor, articleId, slug } = await liveStory()
	const seen: Invalidation[] = []
	const end = onInvalidate((each) => void seen.push(each))
	await changeMachineAnswers(editor, articleId, { ...OWN, search: 'no', training: 'yes' })
	end()
	const answers = { search: 'no', answers: 'yes', training: 'yes' }
	expect(await findArticle(slug)).toMatchObject({ article: { machines: answers } })
	expect((await machinePolicy()).stories).toEqual([{ id: articleId, path: `/news/${slug}`, answers }])
	expect((await findStory(editor, articleId)).machines).toEqual({ ...OWN, search: 'no', training: 'yes' })
	expect(seen.flatMap(({ immediate }) => immediate)).toEqual(
		expect.arrayContaining([`article:${articleId}`, 'machines']),
	)
	const log = await readDb().select().from(auditEvents).orderBy(auditEvents.id)
	expect(log.at(-1)).toMatchObject({
		action: 'change answers to machines',
		detail: { from: { machinesSearch: null }, to: { machinesSearch: 'no', machinesTraining: 'yes' } },
	})
	await changeMachineAnswers(editor, articleId, OWN)
})

test('answers without a licence, or of a contributor, are refused', async () => {
	const { editor, articleId } = await liveStory()
	const refused = changeMachineAnswers(editor, articleId, { ...OWN, training: 'licence' })
	await expect(refused).rejects.toMatchObject({ code: 'invalid', field: 'training' })
	const contributor = await createStaff('contributor')
	await expect(changeMachineAnswers(contributor, articleId, OWN)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a licence that is gone turns a story’s answer into no', async () => {
	const owner = await createStaff('owner')
	const { editor, articleId, slug } = await liveStory()
	await changeSettings(owner, { licenceContact: 'licences@example.org' })
	await changeMachineAnswers(editor, articleId, { ...OWN, search: 'licence' })
	await changeSettings(owner, { licenceContact: '' })
	expect(await findArticle(slug)).toMatchObject({ article: { machines: { search: 'no' } } })
	await changeMachineAnswers(editor, articleId, OWN)
})

test('the files name no story that readers cannot see', async () => {
	const { editor, articleId } = await liveStory({ headline: 'Gone' })
	const draft = await startStory(editor, await storyFields(editor, { headline: 'CANARY draft' }))
	const at = new Date(Date.now() + 60_000)
	const soon = await liveStory({ headline: 'CANARY soon' }, at)
	for (const id of [articleId, draft.articleId, soon.articleId])
		await changeMachineAnswers(editor, id, { ...OWN, training: 'yes' })
	await withdrawStory(editor, articleId, 'It was not so.')
	const context = newRequestContext('test')
	const policy = await runInContext(context, () => machinePolicy())
	expect(policy.stories).toEqual([])
	expect(context.validUntil).toBe(at.getTime())
	expect([...context.dependencies]).toEqual(
		expect.arrayContaining(['machines', 'settings', `article:${draft.articleId}`]),
	)
	vi.useFakeTimers({ now: at, toFake: ['Date'] })
	expect((await machinePolicy()).stories.map(({ path }) => path)).toEqual(['/news/canary-soon'])
})

test('robots.txt with the most stories stays within 500 KiB', async () => {
	const { editor, articleId } = await liveStory()
	const path = `/news/${'%E3%81%82'.repeat(80)}`
	const answers = { search: 'no', answers: 'no', training: 'yes' } as const
	const policy = await machinePolicy()
	const sizeOf = (count: number) => {
		const stories = Array.from({ length: count }, () => ({ id: 1_000_000, path, answers }))
		const sites = [policy.site, { search: 'no', answers: 'yes', training: 'no' } as const, answers]
		return Math.max(...sites.map((site) => robotsText({ ...policy, site, stories }).length))
	}
	expect(sizeOf(2) - sizeOf(1)).toBeLessThanOrEqual(path.length * PATH_COPIES + RULES_BYTES)
	expect(sizeOf(0)).toBeLessThan(20 * 1024)
	await changeMachineAnswers(editor, articleId, { ...OWN, training: 'yes' })
	for (let number = 0; number < 30; number++) {
		const story = await startStory(editor, await storyFields(editor, { headline: 'あ'.repeat(75) + number }))
		const change = changeMachineAnswers(editor, story.articleId, { ...OWN, training: 'yes' })
		const done = await change.then(
			() => true,
			(error) => expect(error).toMatchObject({ code: 'invalid', field: 'search' }),
		)
		if (done !== true) return
	}
	expect.unreachable()
})
