import { changeShared } from '@/db'

/** An attempt on an account, without the hash of its network, which is kept in memory only. */
export type AccountAttempt = { at: number; id: string }

/**
 * Changes the recent attempts on an account, which all instances share, so that guesses on several count together.
 *
 * @param change gives the new list, of the old one, and of the time in ms by the clock of its times
 */
export const changeAttempts = (
	account: string,
	retentionMs: number,
	change: (attempts: AccountAttempt[], now: number) => AccountAttempt[],
): Promise<void> =>
	changeShared<AccountAttempt[]>(`sign-in ${account}`, retentionMs, (known, now) =>
		change(
			(known ?? []).filter(({ at }) => at > now - retentionMs),
			now,
		),
	)
