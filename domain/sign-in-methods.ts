import { eq } from 'drizzle-orm'
import type { Tx } from '@/db'
import { credentials, externalAccounts, passkeys } from '@/db/schema'
import { Refusal } from '@/lib/refusal'

/**
 * Called after a removal in its transaction. @throws Refusal `conflict` if no password, passkey or account at a provider
 * is left to sign in with
 */
export async function requireSignInMethod(tx: Tx, personId: string, message: string): Promise<void> {
	for (const table of [credentials, passkeys, externalAccounts]) {
		const [row] = await tx
			.select({ personId: table.personId })
			.from(table)
			.where(eq(table.personId, personId))
			.limit(1)
		if (row) return
	}
	throw new Refusal('conflict', message)
}
