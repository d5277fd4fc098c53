import { Secret, TOTP } from 'otpauth'
import { authenticatorSetup, confirmAuthenticator, startAuthenticator } from '@/domain/factors/authenticator'
import type { SignedInViewer } from '@/domain/permissions'

/** The code that an authenticator app shows, some steps from now. */
export const codeOf = (secret: string, steps = 0): string =>
	new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** Sets up an authenticator app; its code of the previous step is used up. */
export async function addAuthenticator(viewer: SignedInViewer): Promise<{ secret: string; codes: string[] }> {
	await startAuthenticator(viewer)
	const { secret = '' } = (await authenticatorSetup(viewer)) ?? {}
	return { secret, codes: (await confirmAuthenticator(viewer, codeOf(secret, -1))) ?? [] }
}
