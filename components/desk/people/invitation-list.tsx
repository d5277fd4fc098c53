import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { OneTimeLink } from '@/components/desk/form/one-time-link'
import { DateTime } from '@/components/layout/date-time'
import type { ListedInvitation } from '@/domain/invite'
import styles from './people.module.css'
import { roleName } from './role-words'

type Props = {
	invitations: ListedInvitation[]
	action: FormAction
	locale: { language: string; timeZone: string }
}

export function InvitationList({ invitations, action, locale }: Props) {
	return (
		<section className={styles.section} aria-labelledby="open-invitations">
			<h2 id="open-invitations">Not accepted yet</h2>
			{/* One form for all, since a new link changes the invitation of its row. */}
			<DeskForm id="invitations" action={action} label="Invitations that were not accepted yet">
				<OneTimeLink label="New link; the earlier one no longer opens" />
				{invitations.length === 0 ? (
					<p className={styles.soft}>No invitation is open.</p>
				) : (
					<ul className={styles.list}>
						{invitations.map((each) => (
							<Row key={each.id} invitation={each} locale={locale} />
						))}
					</ul>
				)}
			</DeskForm>
		</section>
	)
}

function Row({ invitation, locale }: { invitation: ListedInvitation; locale: Props['locale'] }) {
	const { id, name, email, role, invitedBy, expired, expiresAt, own } = invitation
	const who = name ?? email ?? roleName(role)
	return (
		<li>
			<p>
				<strong dir="auto">{who}</strong>
				{who !== email && email && <> · {email}</>}
			</p>
			<p className={styles.soft}>
				{roleName(role)}, invited by <bdi>{invitedBy}</bdi>.{' '}
				{expired ? 'The link ended on ' : 'The link opens until '}
				<DateTime at={expiresAt} locale={locale} style="minute" />.
			</p>
			<p className={styles.actions}>
				{own && (
					<Submit name="again" value={id} label={`Send again: the invitation of ${who}`}>
						Send again
					</Submit>
				)}
				<Submit name="revoke" value={id} label={`Revoke the invitation of ${who}`}>
					Revoke
				</Submit>
			</p>
		</li>
	)
}
