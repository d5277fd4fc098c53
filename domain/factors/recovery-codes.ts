import { randomInt } from 'node:crypto'
import { and, count, eq, isNull } from 'drizzle-orm'
import { readDb, type Tx, write } from '@/db'
import { recoveryCodes } from '@/db/schema'
import { hashToken } from '@/lib/hash-token'
import { audit } from '../audit'
import type { SignedInViewer } from '../permissions'

export const RECOVERY_CODES = 10
/** Without the characters that are mistaken for each other: 0 o, 1 i l. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
/** 79 bits: beyond guessing, also from a copy of the hashes. */
const CODE_LENGTH = 16
const GROUP = 4

/** Replaces the viewer's recovery codes. @returns the new ones, of which only hashes are stored */
export async function renewRecoveryCodes(viewer: SignedInViewer): Promise<string[]> {
	return write((tx) => makeRecoveryCodes(tx, viewer))
}

export async function makeRecoveryCodes(tx: Tx, viewer: SignedInViewer): Promise<string[]> {
	const personId = viewer.person.id
	const codes = Array.from({ length: RECOVERY_CODES }, newCode)
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
	await tx
		.insert(recoveryCodes)
		.values(codes.map((code) => ({ codeHash: codeHash(personId, code), personId })))
	await audit(tx, viewer, 'make recovery codes', `person:${personId}`)
	return codes
}

/** Marks a code as used. @returns whether it was valid */
export async function consumeRecoveryCode(tx: Tx, personId: string, code: string): Promise<boolean> {
	const used = await tx
		.update(recoveryCodes)
		.set({ usedAt: new Date() })
		.where(and(eq(recoveryCodes.codeHash, codeHash(personId, code)), isNull(recoveryCodes.usedAt)))
		.returning({ personId: recoveryCodes.personId })
	return used.length > 0
}

export async function countRecoveryCodes(personId: string): Promise<number> {
	const unused = and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))
	const [row] = await readDb().select({ left: count() }).from(recoveryCodes).where(unused)
	return row?.left ?? 0
}

function newCode(): string {
	const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
	return letters.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** Case, spaces and hyphens make no difference. */
const codeHash = (personId: string, code: string): string =>
	hashToken(`recovery code ${personId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
