import { eq } from 'drizzle-orm'
import { type Queryable, readDb, write } from '@/db'
import { settings } from '@/db/schema'
import { cachedByTag } from '@/lib/cached-by-tag'
import { Refusal } from '@/lib/refusal'
import { audit } from './audit'
import { authorize, type Viewer } from './permissions'

export const SIGN_IN_RULES = ['nothing', 'second factor'] as const
/** The factor that the desk requires of staff besides the password. */
export type SignInRule = (typeof SIGN_IN_RULES)[number]

/** Settings row apart from `SiteSettings`, since its change needs a recent sign-in. */
const KEY = 'staffMustUse'

export const signInRule = cachedByTag('sign-in-rule', () => storedRule(readDb()))

async function storedRule(on: Queryable): Promise<SignInRule> {
	const [row] = await on.select().from(settings).where(eq(settings.key, KEY))
	return row?.value === 'second factor' ? 'second factor' : 'nothing'
}

/** @throws Refusal `forbidden`, or `invalid` for an unknown rule */
export async function changeSignInRule(viewer: Viewer, rule: string): Promise<void> {
	authorize(viewer, 'change settings')
	if (!SIGN_IN_RULES.some((each) => each === rule))
		throw new Refusal('invalid', 'Please choose what staff must use.', KEY)
	await write(async (tx) => {
		await tx.lock('settings', KEY)
		const from = await storedRule(tx)
		if (from === rule) return
		tx.changed('sign-in-rule')
		await tx
			.insert(settings)
			.values({ key: KEY, value: rule })
			.onConflictDoUpdate({ target: settings.key, set: { value: rule } })
		await audit(tx, viewer, 'change sign-in rule', 'settings', { from: { rule: from }, to: { rule } })
	})
}
