import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, reader } from '@/e2e/support/stories'
import { claimComment, claimsOn, releaseComments, standingClaims } from './claims'

withDatabase()

const claimOf = async (id: number, at?: number) => (await standingClaims(at)).get(id)

test('a claim lasts five minutes, moves to another moderator, and is released', async () => {
	const [ana, ben] = [await createStaff('moderator', 'Ana'), await createStaff('editor', 'Ben')]
	await claimComment(ana, 7, 0)
	expect(await claimOf(7, 299_999)).toMatchObject({ name: 'Ana' })
	expect(await claimOf(7, 300_001)).toBeUndefined()
	await claimComment(ben, 7, 1_000)
	expect(await claimOf(7, 1_001)).toMatchObject({ name: 'Ben', personId: ben.person.id })
	await claimComment(ben, 7)
	expect(await claimsOn(ana, [6, 7])).toEqual([{ id: 7, name: 'Ben', isOwn: false }])
	await expect(claimsOn(reader(), [7])).rejects.toThrow()
	await releaseComments(ana, [7, 8])
	expect(await claimOf(7, 1_002)).toBeUndefined()
	await expect(claimComment(reader(), 7)).rejects.toThrow()
})
