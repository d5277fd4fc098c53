import { expect, test } from 'vitest'
import { readDb, write } from '@/db'
import { sections } from '@/db/schema'
import { withDatabase } from '@/db/testing'
import { createStaff } from '@/e2e/support/stories'
import { adoptDemoSections, listDemoSections } from './demo/adopt'
import { hasDemo, recordDemoRows } from './demo/rows'
import { answerQuestion, countOpenQuestions, dismissFirstRun, findFirstRun } from './first-run'
import { acceptInvitation, inviteFirstOwner } from './invitations'
import { inviteColleague } from './invite'
import { createSections } from './sections'

withDatabase()

const account = { name: 'Ada', email: 'ada@example.org', password: 'a good long password' }

test('only the first owner’s account begins the questions', async () => {
	const owner = await createStaff('owner')
	expect(await findFirstRun(owner)).toBeNull()
	await answerQuestion(owner, 'name')
	expect(await countOpenQuestions(owner)).toBe(0)

	await acceptInvitation((await inviteFirstOwner()) ?? '', account)
	expect((await findFirstRun(owner))?.steps.map(({ step }) => step)).toEqual([
		'name',
		'language',
		'sections',
		'colleague',
	])
	await answerQuestion(owner, 'name')
	await answerQuestion(owner, 'name')
	expect(await countOpenQuestions(owner)).toBe(3)
	expect(await countOpenQuestions(await createStaff('editor'))).toBe(0)

	const { link } = await inviteColleague(owner, { role: 'owner' })
	await acceptInvitation(link.split('token=')[1] ?? '', { ...account, email: 'bo@example.org' })
	expect((await findFirstRun(owner))?.steps[0]).toEqual({ step: 'name', answered: true })
})

test('the demo question exists with the edition and after its answer', async () => {
	const owner = await createStaff('owner')
	await createSections(owner, ['Tides', 'Quays'])
	const rows = await readDb().select().from(sections)
	await write((tx) =>
		recordDemoRows(
			tx,
			'section',
			rows.map(({ id }) => id),
		),
	)
	await write(async (tx) => void (await tx.update(sections).set({ description: 'About Larkhaven.' })))
	expect((await findFirstRun(owner))?.steps.at(-1)).toEqual({ step: 'demo', answered: false })

	const [tides] = await listDemoSections(owner)
	await adoptDemoSections(owner, [tides?.id ?? 0, 99])
	expect((await listDemoSections(owner)).map(({ name }) => name)).toEqual(['Quays'])
	const kept = await readDb().select().from(sections).orderBy(sections.id)
	expect(kept.map(({ description }) => description)).toEqual([null, 'About Larkhaven.'])
	await write((tx) => tx.delete(sections).then(() => undefined))
	await answerQuestion(owner, 'demo')
	expect(await hasDemo()).toBe(true)
	expect((await findFirstRun(owner))?.steps.at(-1)).toEqual({ step: 'demo', answered: true })
})

test('dismissed questions are no longer reminded of', async () => {
	const owner = await createStaff('owner')
	expect(await countOpenQuestions(owner)).toBeGreaterThan(0)
	await dismissFirstRun(owner)
	expect(await countOpenQuestions(owner)).toBe(0)
	expect(await findFirstRun(owner)).toMatchObject({ dismissed: true })
	await expect(findFirstRun(await createStaff('editor'))).rejects.toMatchObject({ code: 'forbidden' })
})
