import { expect, test } from 'vitest'
import { withDatabase } from '@/db/testing'
import { createStaff, reader } from '@/e2e/support/stories'
import { claimComment, claimOf, claimsOn, releaseComments } from './claims'

withDatabase()

test('a claim lasts five minutes, moves to another moderator, and is released', async () => {
	const [ana, ben] = [await createStaff('moderator', 'Ana'), await createStaff('editor', 'Ben')]
	claimComment(ana, 7, 0)
	expect(claimOf(7, 299_999)).toMatchObject({ name: 'Ana' })
	expect(claimOf(7, 300_001)).toBeNull()
	claimComment(ben, 7, 1_000)
	expect(claimOf(7, 1_001)).toMatchObject({ name: 'Ben', personId: ben.person.id })
	claimComment(ben, 7)
	expect(claimsOn(ana, [6, 7])).toEqual([{ id: 7, name: 'Ben', isOwn: false }])
	expect(() => claimsOn(reader(), [7])).toThrow()
	releaseComments(ana, [7, 8])
	expect(claimOf(7, 1_002)).toBeNull()
	expect(() => claimComment(reader(), 7)).toThrow()
})
