import { beforeAll, expect, test } from 'vitest'
import type { FormInput } from '@/app/desk/desk-action'
import { withDatabase } from '@/db/testing'
import { changeSettings } from '@/domain/settings'
import { createStaff } from '@/e2e/support/stories'
import { decisionIn } from './decision-in'

withDatabase()
beforeAll(async () => changeSettings(await createStaff('owner'), { timeZone: 'Europe/Berlin' }))

/** Parses the decision of a pressed button with this value. */
async function decided(button: string, values: Record<string, string> = {}) {
	const fields = new Map(Object.entries({ publication: 'draft', ...values }).concat([['then', button]]))
	const input: FormInput = {
		text: (name) => fields.get(name) ?? '',
		list: (name) => [fields.get(name) ?? ''],
		number: (name) => Number(fields.get(name) || Number.NaN),
		file: () => null,
	}
	return decisionIn(input)
}

test('publication dates are midnight in the site zone', async () => {
	const day = { printedDate: '2023-09-22' }
	expect((await decided('publish', day)).decision).toMatchObject({ at: new Date('2023-09-21T22:00:00Z') })
	const timed = await decided('change-date', { ...day, printedTime: '14:30' })
	expect(timed.decision).toMatchObject({ kind: 'change date', at: new Date('2023-09-22T12:30:00Z') })
})

test('publishing without a publication date leaves it to the moment', async () => {
	expect((await decided('publish')).decision).not.toHaveProperty('at')
})

test.each([
	[
		'an hour skipped in spring',
		{ printedDate: '2024-03-31', printedTime: '02:30' },
		/never show 2024-03-31 02:30/,
	],
	['a time without a day', { printedTime: '02:30' }, /day too/],
	['a year before newspapers', { printedDate: '0203-09-22' }, /from 1600 on/],
	['no such day', { printedDate: '2023-02-30' }, /never show/],
])('a publication date is refused in words: %s', async (_, values, words) => {
	const { decision, refused } = await decided('publish', values)
	expect(decision).toBeUndefined()
	expect(refused).toMatchObject({ field: 'printedDate' })
	expect(refused?.message).toMatch(words)
})

test('a scheduled story takes no other publication date', async () => {
	const both = { at: '2031-05-01T09:00', printedDate: '2023-09-22' }
	expect((await decided('schedule', both)).refused).toMatchObject({ field: 'printedDate' })
	expect((await decided('schedule', { ...both, printedDate: '' })).decision).toMatchObject({
		kind: 'schedule',
		expected: 'draft',
	})
})

test('changing the date needs one', async () => {
	expect((await decided('change-date')).refused).toMatchObject({ field: 'printedDate' })
})
