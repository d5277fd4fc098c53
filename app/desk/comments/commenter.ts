import type { CommenterShown } from '@/components/desk/comments/commenter-panel'
import { deskDate, deskTime, type Locale } from '@/components/desk/desk-time'
import type { Commenter } from '@/domain/comments/commenter'
import { lastDay } from '@/domain/comments/restrictions'
import { formatCount } from '@/lib/format-count'
import { isStaffRole } from '@/lib/roles'

const NOBODY = 'A former colleague'

/** The author of comments as the desk shows them. */
export function commenterShown(commenter: Commenter, locale: Locale): CommenterShown {
	const { account, role, since, names, emails, counts, restrictions, notes } = commenter
	return {
		account: account === null ? null : { name: account, isStaff: isStaffRole(role) },
		since: deskTime(since, locale),
		names,
		emails,
		counts: counts.map(({ state, number }) => `${formatCount(number)} ${state}`).join(', '),
		restrictions: restrictions.map(({ id, kind, reason, endsAt, createdAt, liftedAt, by }) => ({
			id,
			kind,
			reason,
			until: endsAt && deskDate(lastDay(endsAt, locale.timeZone), locale),
			by: by ?? NOBODY,
			at: deskTime(createdAt, locale),
			over: liftedAt ? 'lifted' : endsAt && endsAt.getTime() <= Date.now() ? 'ended' : null,
		})),
		notes: notes.map(({ id, body, createdAt, by }) => ({
			id,
			body,
			by: by ?? NOBODY,
			at: deskTime(createdAt, locale),
		})),
	}
}
