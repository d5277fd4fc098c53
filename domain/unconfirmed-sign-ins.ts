import { eq } from 'drizzle-orm'
import { readDb, type Tx } from '@/db'
import {
	externalAccounts,
	passkeys,
	recoveryCodes,
	sessions,
	signInChallenges,
	totpSecrets,
} from '@/db/schema'

/** Means of sign-in that a person adds to an account, without its password. */
const ADDED = [passkeys, totpSecrets, recoveryCodes, externalAccounts] as const

/**
 * Removes the passkeys, second factors, providers, sessions and unfinished sign-ins of an account with an unconfirmed
 * address: a stranger may have signed up with the address of another person and added them.
 */
export async function removeUnconfirmedSignIns(tx: Tx, personId: string): Promise<void> {
	for (const table of ADDED) await tx.delete(table).where(eq(table.personId, personId))
	await tx.delete(signInChallenges).where(eq(signInChallenges.personId, personId))
	await tx.delete(sessions).where(eq(sessions.userId, personId))
}

/** Whether an account has any of them. */
export async function hasSignIns(personId: string): Promise<boolean> {
	const on = readDb()
	if ((await on.$count(sessions, eq(sessions.userId, personId))) > 0) return true
	for (const table of ADDED) if ((await on.$count(table, eq(table.personId, personId))) > 0) return true
	return false
}
